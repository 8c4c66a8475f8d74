import 'dart:io';

// Platform.environment['IN_COMMENT']
final token = Platform.environment['TOKEN']; // read: TOKEN none
final port = Platform.environment['PORT'] ?? '8080'; // read: PORT usable
final flavor = String.fromEnvironment('FLAVOR', defaultValue: 'dev'); // read: FLAVOR usable build
final text = 'it\'s ${Platform.environment["HOLE"]}'; // read: HOLE none
final raw = r'Platform.environment["IN_RAW"]';
