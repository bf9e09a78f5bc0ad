using System.Runtime.Versioning;

// Shells, signals and file modes: the comparison runs where they are.
[assembly: UnsupportedOSPlatform("windows")]
