' Environment.GetEnvironmentVariable("IN_COMMENT")
Module App
    Dim token = Environment.GetEnvironmentVariable("VB_TOKEN") ' read: VB_TOKEN none
    Dim text = "Environment.GetEnvironmentVariable(""IN_STRING"")"
End Module
