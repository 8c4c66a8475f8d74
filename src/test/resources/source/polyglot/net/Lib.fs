(* Environment.GetEnvironmentVariable("IN_COMMENT") (* nested *) *)
let token = Environment.GetEnvironmentVariable("FS_TOKEN") // read: FS_TOKEN none
let generic<'a> (x: 'a) = x
