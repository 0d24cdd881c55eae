namespace Keel.Trading.Risk.Controls;

/// <summary>Nothing is entered while trading is stopped for one reason, or for any that has no control of its own.</summary>
public sealed class HaltControl : EntryControl
{
    private readonly string? reason;
    private readonly RiskAccount account;

    /// <summary>Refuses under the code of one reason.</summary>
    public HaltControl(string reason, RiskAccount account)
        : base(reason) => (this.reason, this.account) = (reason, account);

    private HaltControl(RiskAccount account)
        : base(Reasons.Halted) => this.account = account;

    /// <summary>Refuses whatever the reason: comes after those that name theirs, so that no halt is ever without a control.</summary>
    public static HaltControl OfAny(RiskAccount account) => new(account);

    /// <inheritdoc />
    public override Ruling Review(EntryProposal proposal) =>
        account.Halt != HaltKind.None && (reason is null || account.State.HaltReason == reason)
            ? Ruling.Refused(1, 0)
            : Ruling.Allowed;
}
