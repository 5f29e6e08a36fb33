// Records when robfig/cron, by which CronJobs and CloudNativePG run, would run
// schedules. `go run .` in this folder writes the file beside it anew.
package main

import (
	"encoding/json"
	"os"
	"strings"
	"time"

	"github.com/robfig/cron/v3"
)

var schedules = []string{
	"@yearly", "@annually", "@monthly", "@weekly", "@daily", "@midnight", "@hourly",
	"@every 6h", "@every 1h30m", "@every 90s", "@every 24h",
	"0 2 * * *", "30 2 * * *", "0 3 * * *", "*/15 * * * *", "5/20 * * * *",
	"0 2 */1 * *", "0 2 */2 * *", "0 2 1 */3 *", "0 2 1 1,4,7,10 *", "15 4 1 * *",
	"0 2 * * 0-6", "0 2 * * 1-5", "0 2 * * mon-fri", "0 2 * * SUN", "0 3 * * 0",
	"0 2 13 * 5", "0 2 */2 * 1", "0 2 1-7 * *", "0 2 1 * *", "0 2 31 * *", "0 2 29 2 *",
	"0 0 31 2 *", "0 2 ? * ?", "0 2 ? * 3", "0 2 * * */2", "0 0,12 * * *", "0 8-18/2 * * *",
	"0 2 28-31 * *", "59 23 31 12 *", "0 1 1 jan *", "0 2 * JAN-MAR 1",
	"*/70 * * * *",
}

// Read by Kubernetes as no schedule at all.
var wrong = []string{
	"0 2 * * 7", "0 25 * * *", "0 2 * *", "hello", "0 2 L * *", "@reboot", "@every", "@every 1d", "*/0 * * * *", "0 2 5-1 * *", "1-2-3 * * * *", "",
}

var sixFields = []string{
	"0 0 2 * * *", "30 15 2 * * *", "*/30 * * * * *", "0 0 0 * * *", "0 0 2 * * 0", "0 0 2 1 */3 *",
	"@daily", "@every 12h", "0 0 0 31 2 *",
}

// Where clocks change at night, at midnight, or never. Left out, because
// robfig/cron errs there: Lord Howe Island with its half hours, and the night in
// which Santiago has no midnight.
var zones = []string{"UTC", "Europe/Berlin", "America/New_York", "America/Santiago", "Asia/Kolkata"}

// Beside ordinary days: the nights in which clocks change, and a leap day.
var starts = []string{
	"2026-11-27T12:00:00Z", "2026-03-28T23:30:00Z", "2026-10-24T23:30:00Z",
	"2026-03-08T05:30:00Z", "2026-11-01T04:30:00Z", "2026-04-04T23:30:00Z", "2028-02-28T23:30:00Z",
}

func record(parser cron.Parser, schedules []string) map[string]map[string]string {
	recorded := map[string]map[string]string{}
	for _, text := range schedules {
		recorded[text] = map[string]string{}
		schedule, err := parser.Parse(text)
		if err != nil {
			panic(err)
		}
		for _, zone := range zones {
			location, err := time.LoadLocation(zone)
			if err != nil {
				panic(err)
			}
			for _, start := range starts {
				at, err := time.Parse(time.RFC3339, start)
				if err != nil {
					panic(err)
				}
				at = at.In(location)
				next := []string{}
				for i := 0; i < 3; i++ {
					if at = schedule.Next(at); at.IsZero() {
						break
					}
					next = append(next, at.UTC().Format("2006-01-02T15:04:05Z"))
				}
				recorded[text][zone+" "+start] = strings.Join(next, " ")
			}
		}
	}
	return recorded
}

func main() {
	fields := cron.Minute | cron.Hour | cron.Dom | cron.Month | cron.Dow | cron.Descriptor
	for _, text := range wrong {
		if _, err := cron.NewParser(fields).Parse(text); err == nil {
			panic(text + " is a schedule")
		}
	}
	encoded, err := json.Marshal(map[string]any{
		"standard":    record(cron.NewParser(fields), schedules),
		"withSeconds": record(cron.NewParser(cron.Second|fields), sixFields),
		"wrong":       wrong,
	})
	if err != nil {
		panic(err)
	}
	if err := os.WriteFile("../robfig-cron.json", append(encoded, '\n'), 0o644); err != nil {
		panic(err)
	}
}
