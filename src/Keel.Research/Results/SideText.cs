using Keel.Trading.Orders;

namespace Keel.Research.Results;

/// <summary>How a side is called in files.</summary>
internal static class SideText
{
    /// <summary><c>long</c>, <c>short</c> or <c>flat</c>.</summary>
    public static string Of(Side side) =>
        side switch
        {
            Side.Long => "long",
            Side.Short => "short",
            Side.None => "flat",
        };
}
