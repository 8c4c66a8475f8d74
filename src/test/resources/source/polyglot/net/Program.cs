using System;

/// <summary>Environment.GetEnvironmentVariable("IN_DOC")</summary>
class Program
{
    const string Key = "FROM_CONSTANT";
    string text = "Environment.GetEnvironmentVariable(\"IN_STRING\")";
    string verbatim = @"c:\dir\"; string after = Environment.GetEnvironmentVariable("AFTER_VERBATIM"); // read: AFTER_VERBATIM none
    string token = Environment.GetEnvironmentVariable("TOKEN"); // read: TOKEN none
    string port = System.Environment.GetEnvironmentVariable("PORT") ?? "80"; // read: PORT usable
    string blank = Environment.GetEnvironmentVariable("BLANK") ?? string.Empty; // read: BLANK empty
    string must = Environment.GetEnvironmentVariable("MUST") ?? throw new Exception("x"); // read: MUST fails
    string held = Environment.GetEnvironmentVariable(Key); // read: FROM_CONSTANT none
    string hole = $"x {Environment.GetEnvironmentVariable("HOLE")} {{no}}"; // read: HOLE none
    char quote = '"';

    void Configure(IConfiguration configuration, WebApplicationBuilder builder)
    {
        var a = configuration["Jwt:Key"]; // read: Jwt__Key none derived
        var b = builder.Configuration["Mail:Host"] ?? "localhost"; // read: Mail__Host usable derived
        var c = configuration.GetConnectionString("Default"); // read: ConnectionStrings__Default none derived
        var d = configuration.GetValue<int>("Limits:Max", 5); // read: Limits__Max usable derived
        var e = configuration.GetSection("Redis"); // read: Redis__* computed
        var f = dictionary["NOT_READ"];
    }
}
