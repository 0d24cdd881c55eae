namespace Keel.Domain.Instruments.Symbols;

/// <summary>The ways in which others write a contract month.</summary>
public enum SymbolDialect
{
    /// <summary>Root, letter, last digit of the year: <c>MESZ5</c>. The exchange, Databento's raw symbols, ProjectX names, local symbols at Interactive Brokers. Means a contract only together with a date.</summary>
    Globex,

    /// <summary>Root, letter, two digits of the year: <c>MESZ25</c>. Keel's own form.</summary>
    TwoDigitYear,

    /// <summary>A contract id such as <c>CON.F.US.MES.Z25</c>, with the product code that is not always the root.</summary>
    ProjectX,

    /// <summary>Root, month and two digits of the year: <c>MES 12-25</c>.</summary>
    NinjaTrader,

    /// <summary>Root and contract month: <c>MES 202512</c>.</summary>
    YearMonth,

    /// <summary>Root and last trading day: <c>MES 20251219</c>.</summary>
    ExpiryDate,
}
