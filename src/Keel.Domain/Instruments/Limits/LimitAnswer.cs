namespace Keel.Domain.Instruments.Limits;

/// <summary>What is known of an instrument's price limits at one time: a band, that there is none, or nothing.</summary>
public abstract record LimitAnswer
{
    private LimitAnswer() { }

    /// <summary>Prices beyond which nothing can trade; at a limit the market is locked, not closed.</summary>
    public sealed record Band : LimitAnswer
    {
        /// <summary>The levels below, in the order in which they come into force: each halts the market, and the next holds when it resumes.</summary>
        public required IReadOnlyList<Price> Downs { get; init; }

        /// <summary>The level below that is in force while none has been touched.</summary>
        public Price Lower => Downs[0];

        /// <summary>The level above; null where there is none.</summary>
        public required Price? Upper { get; init; }

        /// <summary>A move within an hour, as a share, that pauses the market for two minutes; null where there is no such breaker.</summary>
        public required decimal? PauseWidth { get; init; }

        /// <summary>Whether a part of the rule, or the date from which it holds, was not read at its source.</summary>
        public required bool IsUnverified { get; init; }
    }

    /// <summary>There is no hard limit at this time.</summary>
    /// <param name="Reason">Why there is none.</param>
    public sealed record None(string Reason) : LimitAnswer;

    /// <summary>No rule is known, or a price that it needs is missing: whoever needs a limit must refuse.</summary>
    /// <param name="Reason">What is missing.</param>
    public sealed record Unknown(string Reason) : LimitAnswer;
}
