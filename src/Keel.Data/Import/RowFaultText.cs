namespace Keel.Data.Import;

/// <summary>The words for each fault: a stable code for files and scripts, a sentence for people.</summary>
internal static class RowFaultText
{
    public static string Code(this RowFault fault) =>
        fault switch
        {
            RowFault.None => "none",
            RowFault.MissingColumns => "missing-columns",
            RowFault.UnreadableTime => "unreadable-time",
            RowFault.AbsurdTime => "absurd-time",
            RowFault.NoSuchLocalTime => "no-such-local-time",
            RowFault.MixedZones => "mixed-zones",
            RowFault.TimeOffInterval => "time-off-interval",
            RowFault.TimeSpike => "time-spike",
            RowFault.TimeBackward => "time-backward",
            RowFault.Duplicate => "duplicate",
            RowFault.ConflictingDuplicate => "conflicting-duplicate",
            RowFault.ConflictsWithCatalog => "conflicts-with-catalog",
            RowFault.MissingValue => "missing-value",
            RowFault.NotANumber => "not-a-number",
            RowFault.UnreadableNumber => "unreadable-number",
            RowFault.AbsurdPrice => "absurd-price",
            RowFault.AbsurdVolume => "absurd-volume",
            RowFault.OffTick => "off-tick",
            RowFault.HighBelowLow => "high-below-low",
            RowFault.OpenOutsideRange => "open-outside-range",
            RowFault.CloseOutsideRange => "close-outside-range",
            RowFault.NegativeVolume => "negative-volume",
            RowFault.FractionalVolume => "fractional-volume",
            RowFault.PriceSpike => "price-spike",
        };

    public static string Sentence(this RowFault fault) =>
        fault switch
        {
            RowFault.None => "nothing is wrong",
            RowFault.MissingColumns => "fewer columns than the others",
            RowFault.UnreadableTime => "the time cannot be read",
            RowFault.AbsurdTime => "a time before 1970 or after 2106",
            RowFault.NoSuchLocalTime => "the clock skipped this local time (start of daylight saving)",
            RowFault.MixedZones => "no zone, while other rows carry one",
            RowFault.TimeOffInterval => "the time is not on the bars' grid",
            RowFault.TimeSpike => "a time far ahead, and the next row is back",
            RowFault.TimeBackward => "earlier than a row before it",
            RowFault.Duplicate => "the same bar again",
            RowFault.ConflictingDuplicate => "another bar with the same time",
            RowFault.ConflictsWithCatalog => "the catalog has another bar at this time",
            RowFault.MissingValue => "a price or the volume is empty",
            RowFault.NotANumber => "NaN or infinite",
            RowFault.UnreadableNumber => "a price or the volume is no number",
            RowFault.AbsurdPrice => "a price beyond all bounds",
            RowFault.AbsurdVolume => "a volume beyond all bounds",
            RowFault.OffTick => "a price between two ticks",
            RowFault.HighBelowLow => "high below low",
            RowFault.OpenOutsideRange => "open above high or below low",
            RowFault.CloseOutsideRange => "close above high or below low",
            RowFault.NegativeVolume => "volume below zero",
            RowFault.FractionalVolume => "volume is no whole number of lots",
            RowFault.PriceSpike => "a price far away from the bars around it",
        };
}
