using System.Runtime.CompilerServices;

namespace Keel.Data.Synthetic;

/// <summary>What has traded in the running minute, by side, and how large the lots of either side are in it.</summary>
internal struct MinuteTally
{
    // How much one standard deviation of pressure adds to the lots of a buyer and takes from those of a seller.
    private const double SizePerPressure = 0.28;
    private const double LargestSkew = 0.6;

    public int Buys;
    public int Sells;
    public long BoughtLots;
    public long SoldLots;
    public int LastPrice;
    public bool LastWasBuy;
    public double Pressure;
    public double BuyerSize;
    public double SellerSize;

    public void Begin(double pressure)
    {
        (Buys, Sells, BoughtLots, SoldLots) = (0, 0, 0, 0);
        Pressure = pressure;
        var skew = Math.Clamp(SizePerPressure * pressure, -LargestSkew, LargestSkew);
        (BuyerSize, SellerSize) = (1 + skew, 1 - skew);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(bool isBuy, int lots, int price)
    {
        unchecked
        {
            var buy = isBuy ? 1 : 0;
            Buys += buy;
            Sells += 1 - buy;
            BoughtLots += lots * buy;
            SoldLots += lots * (1 - buy);
        }

        LastPrice = price;
        LastWasBuy = isBuy;
    }
}
