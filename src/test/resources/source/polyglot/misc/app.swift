import Foundation
/* outer /* inner ProcessInfo.processInfo.environment["NESTED"] */ still */
let token = ProcessInfo.processInfo.environment["TOKEN"] // read: TOKEN none
let port = ProcessInfo.processInfo.environment["PORT"] ?? "8080" // read: PORT usable
let text = "in \(ProcessInfo.processInfo.environment["HOLE"] ?? "") x" // read: HOLE empty
let env = ProcessInfo.processInfo.environment
let aliased = env["ALIASED"] // read: ALIASED none
let raw = #"ProcessInfo.processInfo.environment["RAW"]"#
