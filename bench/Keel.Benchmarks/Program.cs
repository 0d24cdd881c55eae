using Keel.Benchmarks;
using Keel.Research.Reference;

if (args.Length == 0 || args[0] is not ("data" or "import" or "engine" or "series" or "invariants" or "micro" or "scale"))
{
    Console.WriteLine(
        "Usage: dotnet run -c Release --project bench/Keel.Benchmarks -- data [--rows 33200000] [--runs 5] [--folder DIR]"
    );
    Console.WriteLine(
        "       dotnet run -c Release --project bench/Keel.Benchmarks -- import [--rows 2300000] [--runs 5] [--folder DIR]"
    );
    Console.WriteLine(
        "       dotnet run -c Release --project bench/Keel.Benchmarks -- engine|invariants|scale [--rows 5000000] [--runs 5]"
    );
    Console.WriteLine("       dotnet run -c Release --project bench/Keel.Benchmarks -- micro");
    Console.WriteLine("       dotnet run -c Release --project bench/Keel.Benchmarks -- series --rows 33200000 --file series.csv");
    return 2;
}

var rows = int.Parse(Option("--rows", args[0] == "data" ? "33200000" : "2300000"));
var runs = int.Parse(Option("--runs", "5"));
var folder = Option("--folder", Path.Combine(Path.GetTempPath(), "keel-bench"));
if (args[0] == "series")
{
    using var file = File.Create(Option("--file", "series.csv"));
    ReferenceCsv.Write(new ReferenceReader(1, int.Parse(Option("--rows", "1000000"))), file);
}
else if (args[0] == "scale")
{
    ScaleJob.Run(5_000_000, int.Parse(Option("--rows", "33200000")), Math.Max(runs, 7));
}
else if (args[0] == "micro")
{
    BenchmarkDotNet.Running.BenchmarkRunner.Run<EngineBenchmarks>(EngineBenchmarks.Config);
}
else if (args[0] == "invariants")
{
    InvariantsJob.Run(int.Parse(Option("--rows", "5000000")), runs);
}
else if (args[0] == "engine")
{
    new EngineJob(int.Parse(Option("--rows", "5000000")), runs).Run();
}
else if (args[0] == "data")
{
    new DataJob(folder, rows, runs).Run();
}
else
{
    new ImportJob(folder, rows, runs).Run();
}

return 0;

string Option(string name, string otherwise) =>
    Array.IndexOf(args, name) is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : otherwise;
