resource "aws_ecs_task_definition" "many" {
  family                = "many"
  container_definitions = <<EOT
[{
  "name": "many",
  "image": "many",
  "environment": [
    { "name": "SETTING_000", "value": "0" }, {"name":"SETTING_001","value":"1"},
    { "name": "SETTING_002", "value": "2" }, {"name":"SETTING_003","value":"3"},
    { "name": "SETTING_004", "value": "4" }, {"name":"SETTING_005","value":"5"},
    { "name": "SETTING_006", "value": "6" }, {"name":"SETTING_007","value":"7"},
    { "name": "SETTING_008", "value": "8" }, {"name":"SETTING_009","value":"9"},
    { "name": "SETTING_010", "value": "10" }, {"name":"SETTING_011","value":"11"},
    { "name": "SETTING_012", "value": "12" }, {"name":"SETTING_013","value":"13"},
    { "name": "SETTING_014", "value": "14" }, {"name":"SETTING_015","value":"15"},
    { "name": "SETTING_016", "value": "16" }, {"name":"SETTING_017","value":"17"},
    { "name": "SETTING_018", "value": "18" }, {"name":"SETTING_019","value":"19"},
    { "name": "SETTING_020", "value": "20" }, {"name":"SETTING_021","value":"21"},
    { "name": "SETTING_022", "value": "22" }, {"name":"SETTING_023","value":"23"},
    { "name": "SETTING_024", "value": "24" }, {"name":"SETTING_025","value":"25"},
    { "name": "SETTING_026", "value": "26" }, {"name":"SETTING_027","value":"27"},
    { "name": "SETTING_028", "value": "28" }, {"name":"SETTING_029","value":"29"},
    { "name": "SETTING_030", "value": "30" }, {"name":"SETTING_031","value":"31"},
    { "name": "SETTING_032", "value": "32" }, {"name":"SETTING_033","value":"33"},
    { "name": "SETTING_034", "value": "34" }, {"name":"SETTING_035","value":"35"},
    { "name": "SETTING_036", "value": "36" }, {"name":"SETTING_037","value":"37"},
    { "name": "SETTING_038", "value": "38" }, {"name":"SETTING_039","value":"39"},
    { "name": "SETTING_040", "value": "40" }, {"name":"SETTING_041","value":"41"},
    { "name": "SETTING_042", "value": "42" }, {"name":"SETTING_043","value":"43"},
    { "name": "SETTING_044", "value": "44" }, {"name":"SETTING_045","value":"45"},
    { "name": "SETTING_046", "value": "46" }, {"name":"SETTING_047","value":"47"},
    { "name": "SETTING_048", "value": "48" }, {"name":"SETTING_049","value":"49"},
    { "name": "SETTING_050", "value": "50" }, {"name":"SETTING_051","value":"51"},
    { "name": "SETTING_052", "value": "52" }, {"name":"SETTING_053","value":"53"},
    { "name": "SETTING_054", "value": "54" }, {"name":"SETTING_055","value":"55"},
    { "name": "SETTING_056", "value": "56" }, {"name":"SETTING_057","value":"57"},
    { "name": "SETTING_058", "value": "58" }, {"name":"SETTING_059","value":"59"},
    { "name": "SETTING_060", "value": "60" }, {"name":"SETTING_061","value":"61"},
    { "name": "SETTING_062", "value": "62" }, {"name":"SETTING_063","value":"63"},
    { "name": "SETTING_064", "value": "64" }, {"name":"SETTING_065","value":"65"},
    { "name": "SETTING_066", "value": "66" }, {"name":"SETTING_067","value":"67"},
    { "name": "SETTING_068", "value": "68" }, {"name":"SETTING_069","value":"69"}
  ]
}]
EOT
}
