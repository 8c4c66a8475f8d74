package dev.envgate.report;

/** The Test Anything Protocol, version 14, of a fleet: the tests are those of {@link FleetJunitReport}. */
final class FleetTapReport implements FleetReport {
    @Override
    public String id() {
        return "tap";
    }

    @Override
    public String of(FleetView view, Style style) {
        return TapReport.text(FleetJunitReport.checked(view));
    }
}
