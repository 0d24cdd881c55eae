using System.Runtime.CompilerServices;
using Keel.Domain;

namespace Keel.Indicators;

/// <summary>Lets every line that takes numbers take prices: in ticks, which a <see cref="double"/> holds exactly up to 2^53.</summary>
public static class PriceInput
{
    /// <summary>Takes the next price; the value is then in ticks, too.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Update<TLine>(this ref TLine line, Price price)
        where TLine : struct, ILine<double> => line.Update(price.InTicks);
}
