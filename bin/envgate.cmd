@echo off
rem Starts the installed envgate on Windows: by the Java runtime beside it, else by the one in JAVA_HOME, else by the one on the PATH.
setlocal
set "HERE=%~dp0.."
set "JAVA=java"
if defined JAVA_HOME if exist "%JAVA_HOME%\bin\java.exe" set "JAVA=%JAVA_HOME%\bin\java.exe"
if exist "%HERE%\runtime\bin\java.exe" set "JAVA=%HERE%\runtime\bin\java.exe"
set "JAVA_TOOL_OPTIONS="
set "JDK_JAVA_OPTIONS="
set "_JAVA_OPTIONS="
"%JAVA%" -XX:TieredStopAtLevel=1 -XX:CompileThresholdScaling=4 -XX:-UsePerfData -XX:+UseParallelGC -Xmx1g -Xlog:disable -Djdk.console=java.base -Dhttp.maxConnections=64 -cp "%HERE%\app\envgate.jar" dev.envgate.cli.Main %*
exit /b %ERRORLEVEL%
