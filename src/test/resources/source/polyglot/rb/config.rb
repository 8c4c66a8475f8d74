# ENV["IN_COMMENT"]
=begin
ENV["IN_BLOCK"]
=end
text = 'ENV["IN_STRING"]'
token = ENV["TOKEN"] # read: TOKEN none
host = ENV.fetch("HOST") # read: HOST fails
port = ENV.fetch("PORT", 3000) # read: PORT usable
blank = ENV.fetch("BLANK", "") # read: BLANK empty
none = ENV.fetch("NONE", nil) # read: NONE empty
block = ENV.fetch("BLOCK") { "x" } # read: BLOCK usable
raising = ENV.fetch("RAISING") { raise "no" } # read: RAISING fails
other = ENV["OTHER"] || "y" # read: OTHER usable
present = ENV["PRESENT"].presence || "z" # read: PRESENT usable
asked = ENV.key?("ASKED") # read: ASKED none
dug = ENV.dig("DUG") # read: DUG none
one, two = ENV.values_at("ONE", "TWO") # read: ONE none; TWO none
url = "http://#{ENV["IN_HOLE"]}:#{ENV.fetch('HOLE_PORT', '80')}" # read: IN_HOLE none; HOLE_PORT usable
list = %w[ENV["IN_WORDS"] b]
regex = /ENV\["IN_REGEX"\]/
ENV["WRITTEN"] = "1"
ENV["MAYBE"] ||= "m" # read: MAYBE usable
chosen = ENV["CHOSEN"] ? ENV["CHOSEN"] : "c" # read: CHOSEN usable; CHOSEN usable
KEY = "FROM_CONSTANT".freeze
held = ENV[KEY] # read: FROM_CONSTANT none
made = ENV["#{prefix}_TOKEN"] # read: *_TOKEN computed
sql = <<~SQL
  -- ENV["IN_HEREDOC"] read+1: HEREDOC_HOLE none
  SELECT '#{ENV["HEREDOC_HOLE"]}'
SQL
after = ENV["AFTER_HEREDOC"] # read: AFTER_HEREDOC none
raw = <<-'RAW'
  #{ENV["IN_RAW_HEREDOC"]}
  RAW
half = 4 / 2; last = ENV["LAST"] # read: LAST none
char = ?"; config.ENV["NOT_READ"]
__END__
ENV["AFTER_END"]
