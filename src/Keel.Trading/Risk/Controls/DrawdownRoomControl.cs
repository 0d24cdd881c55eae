using Keel.Domain;

namespace Keel.Trading.Risk.Controls;

/// <summary>If every open worst case came true, this entry's included, the account would still stand at its drawdown and kill limits or above (condition C3).</summary>
public sealed class DrawdownRoomControl(RiskLimits limits, RiskAccount account) : EntryControl(Reasons.DrawdownRoom)
{
    /// <inheritdoc />
    public override Ruling Review(EntryProposal proposal)
    {
        var lowest = long.MinValue;
        if (limits.AccountDrawdown is { } drawdown)
        {
            lowest = account.State.EverHigh - drawdown.At(new Money(account.Capital)).Units;
        }

        if (limits.Kill is { } kill)
        {
            lowest = Math.Max(lowest, account.Capital - kill.At(new Money(account.Capital)).Units);
        }

        if (lowest == long.MinValue)
        {
            return Ruling.Allowed;
        }

        var (need, room) = (proposal.OpenReserve + proposal.Worst, account.Balance - lowest);
        return need > room ? Ruling.RefusedMoney(need, room) : Ruling.Allowed;
    }
}
