namespace Keel.Domain.Instruments.Margins;

/// <summary>What is known of the margin of one contract on one day: a fact, an estimate that says so, or nothing.</summary>
public abstract record MarginAnswer
{
    private MarginAnswer() { }

    /// <summary>The exchange's figures.</summary>
    /// <param name="Initial">What must be there to open.</param>
    /// <param name="Maintenance">What must stay there.</param>
    /// <param name="Since">From which day the figures held.</param>
    public sealed record Known(Money Initial, Money Maintenance, NodaTime.LocalDate Since) : MarginAnswer;

    /// <summary>A share of the contract's value, for days of which no figure is known.</summary>
    /// <param name="Initial">What must be there to open, rounded up to whole money.</param>
    /// <param name="Maintenance">What must stay there, rounded up.</param>
    /// <param name="Share">The share of the value that was taken as initial margin.</param>
    /// <param name="Reason">Why it is an estimate.</param>
    public sealed record Estimated(Money Initial, Money Maintenance, decimal Share, string Reason) : MarginAnswer;

    /// <summary>No figure: whoever needs one must ask the venue, or refuse.</summary>
    /// <param name="Reason">Why nothing is known.</param>
    public sealed record Unknown(string Reason) : MarginAnswer;
}
