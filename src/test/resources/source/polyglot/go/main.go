package main

import (
	"cmp"
	"os"

	"github.com/spf13/viper"
	"github.com/urfave/cli/v2"
)

// os.Getenv("IN_COMMENT")
/* os.Getenv("IN_BLOCK") */

const tokenKey = "TOKEN_FROM_CONSTANT"

var usage = `set os.Getenv("IN_RAW_STRING")`
var quote = '"'

type Config struct {
	Port    int    `env:"PORT" envDefault:"8080"`           // read: PORT usable
	Secret  string `env:"SECRET,required"`                  // read: SECRET fails
	Region  string `json:"region" env:"REGION"`             // read: REGION none
	Blank   string `env:"BLANK" envDefault:""`              // read: BLANK empty
	Level   string `envconfig:"LEVEL" default:"info"`       // read: LEVEL usable
	Needed  string `envconfig:"NEEDED" required:"true"`     // read: NEEDED fails
	Cleanup string `env:"CLEANUP" env-default:"1"`          // read: CLEANUP usable
	InTag   string `env:"IN_TAG,default=8080"`              // read: IN_TAG usable
	JSON    string `json:"env"`
	DB      DBConfig `envPrefix:"DB_"`
}

type DBConfig struct {
	Host string `env:"HOST"` // read: DB_HOST none
}

func main() {
	home := os.Getenv("APP_HOME") // read: APP_HOME none
	if v, ok := os.LookupEnv("LOOKED_UP"); ok { // read: LOOKED_UP none
		home = v
	}
	_ = os.Getenv(tokenKey)                      // read: TOKEN_FROM_CONSTANT none
	_ = cmp.Or(os.Getenv("WITH_OR"), "fallback") // read: WITH_OR usable
	_ = other.Getenv("NOT_READ")
	_ = "os.Getenv(\"IN_STRING\")"
	for _, e := range os.Environ() { // read: * computed
		_ = e
	}
	os.Setenv("WRITTEN", "1")
	viper.BindEnv("database.url", "VIPER_URL") // read: VIPER_URL none
	app := &cli.StringFlag{Name: "user", EnvVars: []string{"CLI_USER", "USER_NAME"}, Value: "x"} // read: CLI_USER usable; USER_NAME usable
	_ = app
}

func get(key string) string { return os.Getenv(key) } // read: * computed
