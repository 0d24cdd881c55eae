namespace Keel.Trading.Risk.Controls;

/// <summary>Nothing is entered while trading is stopped for one reason.</summary>
public sealed class HaltControl(string reason, RiskAccount account) : EntryControl(reason)
{
    /// <inheritdoc />
    public override Ruling Review(EntryProposal proposal) =>
        account.Halt != HaltKind.None && account.State.HaltReason == Code ? Ruling.Refused(1, 0) : Ruling.Allowed;
}
