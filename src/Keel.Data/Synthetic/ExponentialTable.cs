using System.Runtime.CompilerServices;

namespace Keel.Data.Synthetic;

/// <summary>Waiting-time numbers (mean 1) looked up by a random byte pair: how many trades, how many lots, how large a jump.</summary>
internal static class ExponentialTable
{
    private const int Size = 1024;

    private static readonly double[] Values = Build();

    /// <summary>The value that ten random bits stand for.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double At(ulong bits) => Values[unchecked((int)(bits & (Size - 1)))];

    private static double[] Build()
    {
        var values = new double[Size];
        var sum = 0.0;
        for (var i = 0; i < Size; i++)
        {
            values[i] = -Portable.Log(1 - ((i + 0.5) / Size));
            sum += values[i];
        }

        for (var i = 0; i < Size; i++)
        {
            values[i] *= Size / sum;
        }

        return values;
    }
}
