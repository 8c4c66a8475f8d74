from roofer import roofed

roof = roofed("ROOF_TOKEN")
