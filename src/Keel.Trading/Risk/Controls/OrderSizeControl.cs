namespace Keel.Trading.Risk.Controls;

/// <summary>One order is for one lot at least and not more than so many (P03); a size beyond is a mistake and is refused, not cut.</summary>
public sealed class OrderSizeControl : EntryControl
{
    /// <summary>The most contracts of a dated future that any profile may name: a mistyped limit cannot pass it.</summary>
    public const int Ever = 10;

    private readonly int most;

    /// <summary>With the profile's most.</summary>
    public OrderSizeControl(int most)
        : base(Reasons.OrderSize) => this.most = most;

    /// <inheritdoc />
    public override Ruling Review(EntryProposal proposal) =>
        proposal.Lots < 1 ? Ruling.Refused(proposal.Lots, 1)
        : proposal.Lots > most ? Ruling.Refused(proposal.Lots, most)
        : Ruling.Allowed;
}
