namespace Keel.Trading.Exchange;

/// <summary>What a kind of market data makes of an order that has just come.</summary>
internal interface IMatching
{
    /// <summary>The order at a place has come: it may trade at once.</summary>
    void Arrived(int place);
}
