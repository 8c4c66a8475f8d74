def url = System.env.URL ?: 'http://x' // read: URL usable
def key = System.getenv('KEY') // read: KEY none
println "in ${System.getenv('HOLE')} ~ 'System.getenv(\"NO\")'" // read: HOLE none
