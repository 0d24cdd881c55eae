namespace Keel.Data.Import;

/// <summary>Recognises columns by the names that vendors give them.</summary>
internal static class ColumnNames
{
    private static readonly Dictionary<string, ColumnRole> Roles = Build();

    /// <summary>What a column of this name is for.</summary>
    public static ColumnRole RoleOf(string name) => Roles.GetValueOrDefault(Plain(name), ColumnRole.Ignored);

    /// <summary>Whether a column may be the volume where none is called so exactly: <c>Volume BTC</c>, <c>vol_contracts</c>.</summary>
    private static bool MayBeVolume(string name) =>
        Plain(name) is var plain
        && plain.StartsWith("vol", StringComparison.Ordinal)
        && !plain.StartsWith("volat", StringComparison.Ordinal);

    /// <summary>Whether the name says that times are UTC.</summary>
    public static bool SaysUtc(string name) =>
        Plain(name) is var plain
        && (
            plain.EndsWith("utc", StringComparison.Ordinal)
            || plain.StartsWith("utc", StringComparison.Ordinal)
            || plain.EndsWith("gmt", StringComparison.Ordinal)
            || plain.StartsWith("gmt", StringComparison.Ordinal)
        );

    /// <summary>The roles of all columns: a lone "date" holds the time of day too, and of two time columns the opening one counts.</summary>
    public static ColumnRole[] RolesOf(IReadOnlyList<string> names)
    {
        var roles = names.Select(RoleOf).ToArray();
        var taken = new HashSet<ColumnRole>();
        for (var i = 0; i < roles.Length; i++)
        {
            if (roles[i] != ColumnRole.Ignored && !taken.Add(roles[i]))
            {
                roles[i] = ColumnRole.Ignored;
            }
        }

        if (!taken.Contains(ColumnRole.Volume))
        {
            var volume = names.ToList().FindIndex(MayBeVolume);
            if (volume >= 0 && roles[volume] == ColumnRole.Ignored)
            {
                roles[volume] = ColumnRole.Volume;
            }
        }

        if (!taken.Overlaps([ColumnRole.Timestamp, ColumnRole.Date, ColumnRole.Clock]))
        {
            TakeIndex(names, roles);
        }
        else if (taken.Contains(ColumnRole.Timestamp))
        {
            Replace(roles, ColumnRole.Date, ColumnRole.Ignored);
            Replace(roles, ColumnRole.Clock, ColumnRole.Ignored);
        }
        else if (!(taken.Contains(ColumnRole.Date) && taken.Contains(ColumnRole.Clock)))
        {
            Replace(roles, ColumnRole.Date, ColumnRole.Timestamp);
            Replace(roles, ColumnRole.Clock, ColumnRole.Timestamp);
        }

        return roles;
    }

    /// <summary>A table written with its index in front: where no other column tells the time, the index does.</summary>
    private static void TakeIndex(IReadOnlyList<string> names, ColumnRole[] roles)
    {
        for (var i = 0; i < roles.Length; i++)
        {
            if (Plain(names[i]) is "" or "index" or "level0" or "indexlevel0" or "unnamed0")
            {
                roles[i] = ColumnRole.Timestamp;
                return;
            }
        }
    }

    private static void Replace(ColumnRole[] roles, ColumnRole from, ColumnRole to)
    {
        var at = Array.IndexOf(roles, from);
        if (at >= 0)
        {
            roles[at] = to;
        }
    }

    private static string Plain(string name)
    {
        var letters = name.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant).ToArray();
        return new string(letters);
    }

    private static Dictionary<string, ColumnRole> Build()
    {
        var roles = new Dictionary<string, ColumnRole>();
        Add(
            ColumnRole.Timestamp,
            "timestamp timestamputc utctimestamp timestampns datetime datetimeutc datetimeet dateandtime ts tsutc tsns tsevent t opentime opentimeutc opentimestamp starttime barstart windowstart bartime tradetime unixtime unix epoch gmttime timeutc timeet timect utctime"
        );
        Add(ColumnRole.Date, "date day tradedate dateutc dateet yyyymmdd datum");
        Add(ColumnRole.Clock, "time clock timeofday hour hhmmss zeit uhrzeit");
        Add(ColumnRole.Open, "open o op openprice priceopen first eröffnung eroeffnung");
        Add(ColumnRole.High, "high h hi highprice pricehigh max hoch");
        Add(ColumnRole.Low, "low l lo lowprice pricelow min tief");
        Add(ColumnRole.Close, "close c cl last closeprice priceclose lastprice schluss schlusskurs");
        Add(
            ColumnRole.Volume,
            "volume v vol vo totalvolume tradevolume qty quantity size contracts tickvolume volumecontracts volumen"
        );
        Add(ColumnRole.Symbol, "symbol instrument ticker contract rawsymbol sym localsymbol");
        return roles;

        void Add(ColumnRole role, string names)
        {
            foreach (var name in names.Split(' '))
            {
                roles.TryAdd(name, role);
            }
        }
    }
}
