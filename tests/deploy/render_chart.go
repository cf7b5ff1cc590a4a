// Renders the chart with the engine that Helm uses (text/template with sprig), for machines without helm:
// render_chart CHART VALUES.json prints one JSON object, file name to text. VALUES.json holds Values, Chart and Release.
package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"text/template"

	"github.com/Masterminds/sprig"
	"gopkg.in/yaml.v2"
)

func main() {
	chart, given := os.Args[1], os.Args[2]
	text, err := os.ReadFile(given)
	stop(err)
	var values map[string]interface{}
	stop(json.Unmarshal(text, &values))
	engine := template.New("chart").Option("missingkey=zero")
	functions := sprig.TxtFuncMap()
	functions["include"] = func(name string, data interface{}) (string, error) {
		var out bytes.Buffer
		err := engine.ExecuteTemplate(&out, name, data)
		return out.String(), err
	}
	functions["toYaml"] = func(value interface{}) (string, error) {
		out, err := yaml.Marshal(value)
		return strings.TrimSuffix(string(out), "\n"), err
	}
	functions["required"] = func(problem string, value interface{}) (interface{}, error) {
		if value == nil || value == "" {
			return nil, errors.New(problem)
		}
		return value, nil
	}
	engine.Funcs(functions)
	files, err := filepath.Glob(filepath.Join(chart, "templates", "*"))
	stop(err)
	for _, file := range files {
		text, err := os.ReadFile(file)
		stop(err)
		_, err = engine.New(filepath.Base(file)).Parse(string(text))
		stop(err)
	}
	rendered := map[string]string{}
	for _, file := range files {
		var out bytes.Buffer
		stop(engine.ExecuteTemplate(&out, filepath.Base(file), values))
		rendered[filepath.Base(file)] = strings.ReplaceAll(out.String(), "<no value>", "")
	}
	stop(json.NewEncoder(os.Stdout).Encode(rendered))
}

func stop(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
