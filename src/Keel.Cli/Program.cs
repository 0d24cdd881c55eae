Console.WriteLine("keel");
