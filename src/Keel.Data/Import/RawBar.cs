using System.Runtime.InteropServices;

namespace Keel.Data.Import;

/// <summary>A row as the file has it: time in nanoseconds (of the file's own clock, or UTC), prices and volume in billionths, and what is wrong with it.</summary>
[StructLayout(LayoutKind.Auto)]
internal struct RawBar
{
    /// <summary>Billionths in one: prices are read exactly up to nine decimals.</summary>
    public const long One = 1_000_000_000;

    public long Time;
    public long Open;
    public long High;
    public long Low;
    public long Close;
    public long Volume;
    public long Row;
    public RowFault Fault;
}
