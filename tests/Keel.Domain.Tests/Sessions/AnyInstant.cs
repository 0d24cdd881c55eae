using FsCheck;
using FsCheck.Fluent;
using Keel.Domain.Sessions;
using NodaTime;

namespace Keel.Domain.Tests.Sessions;

/// <summary>Random instants of the known years, as often right at an open, a close or a clock change as anywhere else.</summary>
internal static class AnyInstant
{
    /// <summary>Every property here starts from this seed; a failure is repeated by running the test again.</summary>
    private const ulong Seed = 20_190_101;

    private static readonly Timestamp First = Timestamp.Parse("2019-01-03T00:00:00Z");

    /// <summary>Days from the first to the end of 2027-12-29.</summary>
    private const int Days = 3_282;

    public static void Of(TradingCalendar calendar, Action<Timestamp> holds, int count = 5_000)
    {
        var anywhere =
            from day in Gen.Choose(0, Days)
            from millisecond in Gen.Choose(0, 86_399_999)
            from nanosecond in Gen.Choose(0, 999_999)
            select (First + (Span.FromHours(24) * day)).UnixNanoseconds + (millisecond * 1_000_000L) + nanosecond;
        var border = from at in Gen.Elements(Borders(calendar)) from off in Gen.Choose(-2, 2) select at + off;
        Check(Gen.OneOf(anywhere, border).Select(at => new Timestamp(at)), holds, count);
    }

    public static void Check<T>(Gen<T> gen, Action<T> holds, int count) =>
        FsCheck.Check.One(
            Config
                .QuickThrowOnFailure.WithMaxTest(count)
                .WithReplay(new Replay(new Rnd(Seed, 1), Microsoft.FSharp.Core.FSharpOption<int>.None)),
            Prop.ForAll(gen.ToArbitrary(), holds)
        );

    /// <summary>The instants at which anything changes: opens, closes, regular hours, pauses, clocks.</summary>
    public static long[] Borders(TradingCalendar calendar) =>
        [
            .. calendar
                .Sessions(new LocalDate(2019, 1, 4), new LocalDate(2027, 12, 30))
                .SelectMany(session => new[] { session.Hours, session.RegularHours, session.Pause })
                .OfType<TimeRange>()
                .SelectMany(range => new[] { range.Start, range.End })
                .Concat(ClockChanges.Of(TradingZones.Chicago))
                .Concat(ClockChanges.Of(TradingZones.NewYork))
                .Select(at => at.UnixNanoseconds),
        ];
}
