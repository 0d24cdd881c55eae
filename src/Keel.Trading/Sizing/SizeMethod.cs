namespace Keel.Trading.Sizing;

/// <summary>How the number of contracts is counted before anything limits it.</summary>
public abstract record SizeMethod
{
    private SizeMethod() { }

    /// <summary>Always so many.</summary>
    /// <param name="Contracts">At least one.</param>
    public sealed record Fixed(int Contracts) : SizeMethod;

    /// <summary>What the account's tier may risk, up to the tier's most.</summary>
    /// <param name="Tiers">The tiers of the account.</param>
    public sealed record Tiered(SizeTiers Tiers) : SizeMethod;

    /// <summary>The same share of equity at risk in every trade.</summary>
    /// <param name="Share">0.02 is two per cent.</param>
    public sealed record FixedFraction(decimal Share) : SizeMethod;

    /// <summary>As many as keep the account at this yearly volatility.</summary>
    /// <param name="Target">0.2 is twenty per cent a year.</param>
    public sealed record Volatility(decimal Target) : SizeMethod;

    /// <summary>A part of what Kelly's rule would risk, by the account's own closed trades.</summary>
    /// <param name="Part">A quarter to a half is usual; above 1 is madness.</param>
    /// <param name="Meanwhile">Contracts while too few trades have closed; with 0 nothing is traded, and so nothing is ever learned.</param>
    public sealed record Kelly(decimal Part, int Meanwhile = 0) : SizeMethod;
}
