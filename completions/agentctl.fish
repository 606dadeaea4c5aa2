# Completion of agentctl for fish, made by 'agentctl completion fish'.

function __agentctl_verbs
    switch "$argv"
        case ''
            printf '%s\n' \
                'status	See the runtime on one page: what it does, what is promised, what is wrong.' \
                'dash	Watch the runtime on a live dashboard.' \
                'console	Get a link into a control plane\'s console, for a browser.' \
                'shell	A session: commands with completion of what is there, history, undo, notes.' \
                'tour	See the product at work, in two minutes and without an account.' \
                'ecs	ECS services: what runs, its right size, and changes to it.' \
                'lambda	Lambda functions: the memory that they should have, and changes to it.' \
                'table	DynamoDB tables: use, cost, mode, scaling.' \
                'windows	Scale-to-zero windows: when services sleep, and that they come back.' \
                'cost	Costs: everything in one table, and what would save.' \
                'slo	Objectives: what is promised, and how well it is kept.' \
                'budget	How full services and tables may run, and do.' \
                'alarms	CloudWatch alarms: tried on history before they are set.' \
                'perf	Load tests: sent, judged, reported.' \
                'dashboard	The project\'s CloudWatch dashboard: what it runs and promises.' \
                'policy	Governance policies: written, tested, published, enforced.' \
                'runtime	Runtimes: dispatch to one, see how it is.' \
                'serve	Run the product\'s services.' \
                'ops	Operations: what was changed, by whom; undo and resume.' \
                'apply	Apply a plan that was saved with -o json.' \
                'init	Write a first agentctl.yaml from what the account has.' \
                'sandbox	An AWS endpoint on this machine, to try, rehearse and test.' \
                'config	Where commands go and why, and what they must be allowed.' \
                'version	Print the version and what it runs on; --check asks which one is newest.' \
                'completion	Print what makes a shell complete commands and names.'
        case 'ecs'
            printf '%s\n' \
                'services	List services: size, use and cost.' \
                'rightsize	Advise the cheapest size that fits what services use, and change to it.' \
                'scale	Set the bounds and the CPU target that a service scales by.' \
                'rollback	Go back to a revision that ran well.' \
                'redeploy	Replace every task by a new one of the same revision.' \
                'wait	Wait until a deployment is over, and tell whether it took.'
        case 'lambda'
            printf '%s\n' \
                'functions	List functions: memory, versions, aliases.' \
                'sweep	Measure a function at several memory sizes, and advise one.' \
                'apply	Set a function\'s memory, and point an alias at a version that has it.' \
                'report	Show a sweep again that was saved with -o json; as HTML too.' \
                'concurrency	What is kept ready of a function: shown, priced, set, cleared.' \
                'cost	What functions cost, and would at the sizes that sweeps advised.'
        case 'lambda concurrency'
            printf '%s\n' \
                'show	Show what is reserved and kept ready, and how well it is used.' \
                'plan	Price every number of ready environments against past use.' \
                'set	Keep environments ready, and wait until they are.' \
                'clear	Keep none ready any more.'
        case 'table'
            printf '%s\n' \
                'list	List tables: mode, capacity, use, throttles, cost.' \
                'usage	Show what was consumed of a table and its indexes, and throttled.' \
                'capacity	Tell what each mode would have cost, and which to have.' \
                'switch	Switch a table to on demand, or to provisioned capacity that scales.' \
                'autoscale	Set between which bounds, and to which use, capacity scales.' \
                'audit	Look for scans, hot keys, unused indexes, and costly ways of reading.'
        case 'windows'
            printf '%s\n' \
                'check	Look for mistakes in a file of windows, without AWS.' \
                'preview	Show when services will sleep and wake, and what that saves.' \
                'apply	Bring services to what their windows say now; for jobs.' \
                'status	Show who sleeps, until when, and what they come back to.' \
                'wake	Have a service awake for a while, whatever its windows say.' \
                'sleep	Have a service asleep for a while, whatever its windows say.' \
                'cancel	Let a service\'s windows count again.'
        case 'cost'
            printf '%s\n' 'report	Show what services, functions, tables and alarms cost, and what recommendations would save.'
        case 'slo'
            printf '%s\n' \
                'init	Write a first file of objectives: the shipped ones.' \
                'check	Look for mistakes in objectives and alarms, without AWS.' \
                'list	List what is promised.' \
                'status	Show how objectives stand: what is left of each budget, and how long it lasts.' \
                'report	Show how budgets were spent over a while, and on which days.' \
                'backends	Compare what can keep objectives: alarms, or Application Signals.'
        case 'budget'
            printf '%s\n' 'status	Compare how full services and tables run with the project\'s budgets.'
        case 'alarms'
            printf '%s\n' \
                'list	List alarms: how each stands, whose it is, whom it tells.' \
                'plan	Plan the alarms that objectives want, and when they would fire.' \
                'apply	Bring alarms to what objectives want.' \
                'diff	Show what of alarms was edited by hand, field by field.' \
                'prune	Delete alarms of the project that nothing asks for any more.' \
                'backtest	Try alarms, or find better thresholds, on what was measured.' \
                'test	Set an alarm off, see who is told, and set it back.' \
                'history	Show what alarms did, and whom they told.' \
                'mute	Have an alarm tell nobody for a while.' \
                'unmute	Have an alarm tell people again.'
        case 'perf'
            printf '%s\n' \
                'load	Send load to a target, and measure what its callers would see.' \
                'check	Judge a result by thresholds; for pipelines.' \
                'report	Show results as pages: text, Markdown, HTML, JUnit XML.' \
                'compare	Tell whether a result is worse than another of the same scenario.' \
                'regress	Tell when a series became worse, and what came just before.' \
                'history	Keep results beside the project, and list them.' \
                'worker	Send a part of a load; what the tasks of perf load --tasks run.'
        case 'dashboard'
            printf '%s\n' \
                'plan	Compare the project\'s dashboard with what it runs and promises.' \
                'apply	Put the dashboard as the project wants it.'
        case 'policy'
            printf '%s\n' \
                'init	Write a first policy with tests, or one of the library.' \
                'check	Find everything that is wrong with policies.' \
                'fmt	Lay policies out in the one way; comments stay.' \
                'test	Run the tests of policies, and tell what they cover.' \
                'diff	Tell what a policy means differently from another.' \
                'eval	Put a request to policies, and print the decision.' \
                'explain	The same, with each rule\'s value and what would have passed.' \
                'schema	Print the JSON Schema of policies, for editors.' \
                'publish	Make versions of policies, which never change.' \
                'activate	Put a version in force, or try it on live requests.' \
                'rollback	End a trial, or go back to what was in force before.' \
                'list	List policies and what is in force.' \
                'show	Print a version as it was published.' \
                'history	List a policy\'s versions, and when each was in force.' \
                'status	Print what an environment enforces, and which runtimes do.' \
                'replay	Re-run recorded decisions with another version.'
        case 'runtime'
            printf '%s\n' \
                'dispatch	Send one request to a runtime.' \
                'health	Print how a runtime is.' \
                'instances	List the runtimes that have reported, and what they enforce.' \
                'stop	Stop the runtime that was started with --detach.'
        case 'serve'
            printf '%s\n' \
                'runtime	Run the runtime: health, and dispatch under governance.' \
                'control-plane	Run the control plane: every use case for a team, over HTTP.'
        case 'ops'
            printf '%s\n' \
                'list	List operations, the newest first.' \
                'show	Show an operation\'s steps, and what undoing it would do.' \
                'undo	Put back what an operation changed.' \
                'resume	Finish an operation that stopped half-way.' \
                'audit	List who did what by a control plane, and who was not let.' \
                'schedules	List what control planes do at their times, and what they found.' \
                'whoami	Show who you are to a control plane, and your roles.' \
                'approvals	Changes that take two, by a control plane: look, agree, refuse.' \
                'tokens	Tokens for callers of a control plane that have no AWS.'
        case 'ops approvals'
            printf '%s\n' \
                'list	List what waits for a second person.' \
                'show	Show exactly what waits, and its fingerprint.' \
                'approve	Agree to what somebody else asked for, which is then carried out.' \
                'reject	Refuse what somebody else asked for, or take back your own.'
        case 'ops tokens'
            printf '%s\n' \
                'list	List tokens that were handed out.' \
                'create	Make a token, which is told this once.' \
                'revoke	End a token, and the sessions that began with it.'
        case 'sandbox'
            printf '%s\n' \
                'start	Start it and leave it running.' \
                'status	Print where it answers and what its clock says.' \
                'stop	Stop it.' \
                'reset	Begin its world anew.' \
                'load	Begin another world.' \
                'faults	List what is made to go wrong, or make it.' \
                'clock	Print what its clock says, or move it ahead.' \
                'calls	List the AWS calls that it has answered.'
        case 'config'
            printf '%s\n' \
                'view	Print every setting and where it comes from.' \
                'contexts	List the places that commands can go to.' \
                'use	Choose where commands go from now on.' \
                'permissions	Print the policy of IAM that commands, or a role, need.'
    end
end

function __agentctl_options
    switch "$argv"
        case '-'
            printf '%s\n' \
                '--context	Where commands go; see \'agentctl config contexts\'.' \
                '--profile	AWS profile to take credentials from.' \
                '--region	AWS region.' \
                '--endpoint-url	AWS endpoint to call instead of the region\'s own.' \
                '--output	How results are printed: table (default), wide, json, yaml, jsonl, csv; ical for calendars; md, html, junit for reports.' \
                '--query	Print only this part of the result.' \
                '--no-input	Never ask; fail where a question is needed.' \
                '--yes	Change without asking.' \
                '--dry-run	Print the plan and change nothing.' \
                '--read-only	Refuse every call that could change something.' \
                '--wait	Wait until the effect is seen (default).' \
                '--no-wait	Do not wait until the effect is seen.' \
                '--timeout	Give up waiting after this long, such as 90s or 10m.' \
                '--detailed-exitcode	Exit with 2 if changes are pending.' \
                '--quiet	Say nothing but errors on stderr.' \
                '--verbose	Say more on stderr.' \
                '--debug	Show where an error came from.' \
                '--no-color	No colour, whatever the terminal can do.' \
                '--help	Print how a command is used and exit.'
        case ''
            printf '%s\n' '--version	Print the version and exit.'
        case 'dash'
            printf '%s\n' \
                '--once	Print the page once, and end; what a pipe gets anyway.' \
                '--range	How far curves go back: 1h, 6h, 24h or 14d; default: 1h.' \
                '--every	Where there is no screen, how often the page is printed again; default: 1m.' \
                '--charts	What charts are drawn with: braille, block or ascii; default: what the terminal can.' \
                '--environment	The environment; default: production.'
        case 'ecs services'
            printf '%s\n' \
                '--cluster	The ECS cluster; default: the project\'s, or the only one there is.' \
                '--since	How far to look back for use; default: 24h.'
        case 'ecs rightsize'
            printf '%s\n' \
                '--all	Advise on all services of the cluster.' \
                '--interactive	Try sizes on a screen, see the price change, apply, watch, roll back.' \
                '--cluster	The ECS cluster; default: the project\'s, or the only one there is.' \
                '--risk	How many minutes over the CPU budget are accepted: low (2%), medium (10%), high (25%).' \
                '--cpu-budget	How full CPU may run; default: the project\'s, 70.' \
                '--memory-budget	How full memory may run; default: the project\'s, 80.' \
                '--since	How far to look back; default: 14d.' \
                '--apply	Apply the plan after it was confirmed.' \
                '--watch	After each rollout, watch this long and put back what does badly.' \
                '--explain	Show the figures that the advice rests on.' \
                '--alternatives	Show other sizes with price and risk.' \
                '--from-csv	Advise on a file of timestamp,cpu_percent[,memory_percent] instead of AWS.' \
                '--cpu	With --from-csv: CPU units of the task that was measured, such as 1024 or 1vcpu.' \
                '--memory	With --from-csv: memory of the task that was measured, such as 2048 or 2GiB.' \
                '--tasks	With --from-csv: how many tasks ran; the count stays, and the size alone is chosen.'
        case 'ecs scale'
            printf '%s\n' \
                '--cluster	The ECS cluster; default: the project\'s, or the only one there is.' \
                '--min	Fewest tasks.' \
                '--max	Most tasks.' \
                '--target-cpu	Average CPU that the count is moved to.' \
                '--scale-in-cooldown	Pause after tasks were removed, before more are.' \
                '--scale-out-cooldown	Pause after tasks were added, before more are.'
        case 'ecs rollback'
            printf '%s\n' \
                '--cluster	The ECS cluster; default: the project\'s, or the only one there is.' \
                '--to	The revision to go to; default: the last other one whose deployment succeeded.'
        case 'ecs redeploy'
            printf '%s\n' '--cluster	The ECS cluster; default: the project\'s, or the only one there is.'
        case 'ecs wait'
            printf '%s\n' '--cluster	The ECS cluster; default: the project\'s, or the only one there is.'
        case 'lambda sweep'
            printf '%s\n' \
                '--memory	Sizes in MB: 128,256,512 or 128..3008:64; default: auto, a few, and more where it pays.' \
                '--architectures	x86_64, arm64 or both; default: the one that the function has.' \
                '--strategy	What is best: cost, speed, balanced[:WEIGHT OF COST] or slo; default: cost.' \
                '--p95	With --strategy slo: the cheapest size whose 95th percentile keeps to it.' \
                '--max-invocations	Invoke no more often than this; default: 12 times the number of sizes.' \
                '--max-spend	Spend no more on invocations, such as 0.05USD.' \
                '--concurrency	Invocations in flight at most, 1 to 100; default: 5.' \
                '--cold	How many invocations start cold where it matters; --cold alone: all. Default: none.' \
                '--zone	A difference that does not matter; default: 2%.' \
                '--confidence	How sure to be before it ends by itself, from 50%; default: 95%.' \
                '--payload	JSON to invoke with; default: {}.' \
                '--payloads	Several, by weight: [{"payload": …, "weight": 3}, …].' \
                '--apply	Afterwards change to the advised size, after it was confirmed.' \
                '--alias	With --apply: point this alias at a version of that size.' \
                '--report	Write a page that a browser shows, too.'
        case 'lambda apply'
            printf '%s\n' \
                '--memory	The memory that it is to have, such as 512 or 2GB.' \
                '--alias	Publish a version of that size and point this alias at it.' \
                '--architecture	x86_64 or arm64; its code must be made for it. Default: as it is.'
        case 'lambda report'
            printf '%s\n' '--report	Write the report as one HTML file too.'
        case 'lambda concurrency show'
            printf '%s\n' '--since	How far to look back for use; default: 24h.'
        case 'lambda concurrency plan'
            printf '%s\n' \
                '--since	How far to look back for use; default: 14d.' \
                '--cover	Advise the cheapest that suffices in this share of the time; default: 99%.' \
                '--no-dearer	Advise the most that costs no more than keeping none ready, instead.'
        case 'lambda cost'
            printf '%s\n' \
                '--since	Over how long; default: 30d.' \
                '--cost-explorer	Ask Cost Explorer what was billed, for $0.01 a call; kept for a day.' \
                '--tag	The cost allocation tag that holds a function\'s name; default: function.' \
                '--sweeps	Reports of sweeps, for what each function would save.'
        case 'table usage'
            printf '%s\n' '--since	How far to look back; default: 24h.'
        case 'table capacity'
            printf '%s\n' \
                '--since	How far to look back for use; default: 14d.' \
                '--throttles	The share of what is asked for that may be throttled; default: 1%.' \
                '--least-saving	Advise a switch only if it saves this share; default: 15%.'
        case 'table switch'
            printf '%s\n' \
                '--to	on-demand or provisioned.' \
                '--target	Provisioned, have all of it scale and aim at this share in use; default: what scaled goes on so, and of the rest each is fixed or scales, as is cheaper.' \
                '--fixed	Provisioned, keep the same throughput at all times, and scale nothing.' \
                '--since	How far to look back for use; default: 14d.' \
                '--apply	Apply the plan after it was confirmed.'
        case 'table autoscale'
            printf '%s\n' \
                '--target	The share in use to aim at; default: as it is, else 70%.' \
                '--min	The least units a second, at least 1.' \
                '--max	The most units a second.' \
                '--only	reads or writes alone; default: both.' \
                '--index	This index alone; may be given several times.' \
                '--table-only	The table without its indexes.' \
                '--off	Scale no more; capacity stays as it is then.'
        case 'table audit'
            printf '%s\n' '--since	How far to look back for use; default: 14d.'
        case 'windows preview'
            printf '%s\n' \
                '--next	How far to look ahead; default: 14d.' \
                '--offline	Do not ask AWS what the services cost.'
        case 'windows apply'
            printf '%s\n' \
                '--mode	agentctl (default), or native: scheduled actions of Application Auto Scaling.' \
                '--remove	With --mode native: remove the scheduled actions.' \
                '--all	All windows, which is the default too.' \
                '--at	Do what should be true then; default: now.' \
                '--file	The file of windows; default: the project\'s.'
        case 'windows status'
            printf '%s\n' '--file	The file of windows; default: the project\'s.'
        case 'windows wake'
            printf '%s\n' \
                '--for	For how long; then its windows count again.' \
                '--reason	Why, for who sees it.' \
                '--file	The file of windows; default: the project\'s.'
        case 'windows sleep'
            printf '%s\n' \
                '--for	For how long; then its windows count again.' \
                '--reason	Why, for who sees it.' \
                '--file	The file of windows; default: the project\'s.'
        case 'windows cancel'
            printf '%s\n' '--file	The file of windows; default: the project\'s.'
        case 'cost report'
            printf '%s\n' \
                '--cluster	The ECS cluster; default: the project\'s, or the only one there is.' \
                '--since	Over how long use is measured; default: 30d.' \
                '--costs-only	Leave out what recommendations would save, which takes most of the calls.' \
                '--sweeps	Reports of sweeps, for what functions would save.'
        case 'slo init'
            printf '%s\n' '--force	Overwrite a file that is there.'
        case 'slo check'
            printf '%s\n' \
                '--page-topic	Who is woken, where an objective names nobody: a topic\'s ARN, or its name.' \
                '--ticket-topic	Who is told in working hours, where an objective names nobody.'
        case 'slo list'
            printf '%s\n' '--file	Objectives and alarms: a file or folder; default: that of the project.'
        case 'slo status'
            printf '%s\n' '--file	Objectives and alarms: a file or folder; default: that of the project.'
        case 'slo report'
            printf '%s\n' \
                '--file	Objectives and alarms: a file or folder; default: that of the project.' \
                '--since	How far to look back; default: 30d.'
        case 'slo backends'
            printf '%s\n' '--file	Objectives and alarms: a file or folder; default: that of the project.'
        case 'budget status'
            printf '%s\n' '--since	Over how long; default: 1d.'
        case 'alarms list'
            printf '%s\n' \
                '--account	All alarms of the account, whoever made them.' \
                '--state	Only those in this state: ALARM, OK or INSUFFICIENT_DATA.'
        case 'alarms plan'
            printf '%s\n' \
                '--file	Objectives and alarms: a file or folder; default: that of the project.' \
                '--page-topic	Who is woken, where an objective names nobody: a topic\'s ARN, or its name.' \
                '--ticket-topic	Who is told in working hours, where an objective names nobody.' \
                '--check-tags	Look for edits of tags alone as well, as diff does; takes a call for each alarm.' \
                '--skip-history	Do not try the alarms that are changed on the last two weeks.'
        case 'alarms apply'
            printf '%s\n' \
                '--file	Objectives and alarms: a file or folder; default: that of the project.' \
                '--page-topic	Who is woken, where an objective names nobody: a topic\'s ARN, or its name.' \
                '--ticket-topic	Who is told in working hours, where an objective names nobody.' \
                '--check-tags	Look for edits of tags alone as well, as diff does; takes a call for each alarm.' \
                '--skip-history	Do not try the alarms that are changed on the last two weeks.'
        case 'alarms diff'
            printf '%s\n' \
                '--file	Objectives and alarms: a file or folder; default: that of the project.' \
                '--page-topic	Who is woken, where an objective names nobody: a topic\'s ARN, or its name.' \
                '--ticket-topic	Who is told in working hours, where an objective names nobody.'
        case 'alarms prune'
            printf '%s\n' \
                '--file	Objectives and alarms: a file or folder; default: that of the project.' \
                '--page-topic	Who is woken, where an objective names nobody: a topic\'s ARN, or its name.' \
                '--ticket-topic	Who is told in working hours, where an objective names nobody.'
        case 'alarms backtest'
            printf '%s\n' \
                '--existing	Try the alarms that the account has, not those that the project\'s objectives want.' \
                '--since	How far back; default: 14d. CloudWatch keeps single minutes for 15 days.' \
                '--from-csv	Try one rule on a file instead: a heading, then a time and a value in each line.' \
                '--incidents	When something was wrong: JSON, a list of [start, end], or one for each file by its name.' \
                '--tune	Find thresholds on the first half, and judge them on the second.' \
                '--pages-per-week	With --tune: how many pages in vain are borne; default: 2.' \
                '--side	With --tune: where trouble is: above, below or both; default: both.' \
                '--file	Objectives and alarms: a file or folder; default: that of the project.' \
                '--page-topic	Who is woken, where an objective names nobody: a topic\'s ARN, or its name.' \
                '--ticket-topic	Who is told in working hours, where an objective names nobody.' \
                '--above	Values above this breach.' \
                '--below	Values below this breach.' \
                '--datapoints	How many of how many data points must breach; default: 1/1.' \
                '--period	What a data point stands for; default: the usual distance of the values.' \
                '--missing	What missing data is: missing, ignore, breaching or notBreaching.'
        case 'alarms history'
            printf '%s\n' '--since	How far back; CloudWatch keeps 30 days. Default: 1d.'
        case 'alarms mute'
            printf '%s\n' \
                '--for	For how long; the next apply after that ends it, and list says that it is over.' \
                '--reason	Why, for who sees it.'
        case 'perf load'
            printf '%s\n' \
                '--allow-target	The target is meant, although the project does not name it.' \
                '--scenario	What is sent: baseline, stress, spike, soak, or a file.' \
                '--rate	So many requests, such as 50/s or 1000/m, whether answers come or not.' \
                '--concurrency	So many callers, each of whom waits for its answer; with --rate: at most so many at a time.' \
                '--duration	For how long; default: 30s.' \
                '--requests	How many requests in all.' \
                '--ramp	Grow to that load over this time before; it does not count.' \
                '--expect	A check on each answer, such as status=200, body~text or json:$.a.b=value; default: status=2xx.' \
                '--method	Of HTTP; default: GET, or POST with a body.' \
                '--header	A header of each request; may be given again.' \
                '--body	The body: @FILE, or the text itself. {{name}} is filled from --data.' \
                '--data	Rows to fill {{name}} in URL, headers and body from: CSV, or a JSON object a line.' \
                '--request-timeout	How long a request may take; default: 10s.' \
                '--http2	Speak HTTP/2, at lower rates than HTTP/1.1.' \
                '--threshold	What must hold, such as p95<500ms, errors<1%, rate>50/s, p99<1s for 30s or slo:NAME; may be given again.' \
                '--tasks	Let so many ECS tasks send it together, each its part; default: this machine does.' \
                '--task-definition	With --tasks: what they run; default: loadTaskDefinition of the project, PROJECT-perf.' \
                '--network-of	With --tasks: the service whose subnets they get; default: the project\'s first.' \
                '--abort-on-fail	End as soon as a threshold is missed.' \
                '--max-requests	Never send more than so many; default: 1000000.' \
                '--ca	Certificates (PEM) of authorities to trust.' \
                '--save	Keep the result as JSON too, to compare with others.' \
                '--keep	Keep the result in the history too, for perf regress.'
        case 'perf check'
            printf '%s\n' '--threshold	What must hold, such as p95<500ms, errors<1%, rate>50/s, p99<1s for 30s or slo:NAME; may be given again.'
        case 'perf report'
            printf '%s\n' '--resources	Read what the target used at that time from CloudWatch again.'
        case 'perf compare'
            printf '%s\n' '--threshold	The smallest difference that matters; default: 5%.'
        case 'perf regress'
            printf '%s\n' \
                '--metric	A metric of CloudWatch, such as acme/API/ResponseTime.' \
                '--dimension	With --metric: its dimensions, all of them.' \
                '--statistic	With --metric: Average, Maximum, p99, ...; default: p95.' \
                '--since	With --metric: how far to look back; default: 14d.' \
                '--period	With --metric: what a point stands for; default: 1m up to a day, 5m up to 15 days, else 1h.' \
                '--from-csv	A file: a heading, then a time and a value in each line.' \
                '--folder	A folder where the history is; default: the project\'s, .agentctl/performance beside agentctl.yaml.' \
                '--scenario	Runs of this scenario alone.' \
                '--figure	p50, p90, p95, p99, mean, errors or throughput; default: p95.' \
                '--threshold	The smallest change that matters; default: 5%.' \
                '--lower-is-worse	Falling is for the worse, as of throughput.' \
                '--causes	Look in the journal, and at deployments, for what came before; default: with --metric.' \
                '--service	Services whose deployments count; default: the metric\'s, else the project\'s.' \
                '--notify	Tell this SNS topic of a regression.'
        case 'perf history'
            printf '%s\n' \
                '--keep	Keep these results first: files that perf load saved; - for stdin.' \
                '--folder	A folder where the history is; default: the project\'s, .agentctl/performance beside agentctl.yaml.' \
                '--scenario	Runs of this scenario alone.' \
                '--figure	p50, p90, p95, p99, mean, errors or throughput; default: p95.'
        case 'perf worker'
            printf '%s\n' \
                '--part	Which part of it, such as 2/4.' \
                '--table	The table that describes it.'
        case 'policy init'
            printf '%s\n' \
                '--folder	Where to; default: the project\'s policies.' \
                '--force	Overwrite a file that is there.'
        case 'policy fmt'
            printf '%s\n' '--check	Write nothing; exit with 3 if a file is laid out otherwise.'
        case 'policy test'
            printf '%s\n' \
                '--mutants	Change each policy on purpose, and list the changes that no test notices.' \
                '--junit	Write the results as JUnit XML too.'
        case 'policy diff'
            printf '%s\n' '--environment	The environment; default: production.'
        case 'policy eval'
            printf '%s\n' \
                '--input	The request: intent, context and, if wanted, environment, time, caller, usage; @FILE reads it.' \
                '--environment	Where the request arrives.' \
                '--expect	Exit with 3 if the decision is the other one.'
        case 'policy explain'
            printf '%s\n' \
                '--input	The request: intent, context and, if wanted, environment, time, caller, usage; @FILE reads it.' \
                '--environment	Where the request arrives.'
        case 'policy publish'
            printf '%s\n' \
                '--reason	Why; kept with the version.' \
                '--sign	Sign with a key: a file with an Ed25519 private key, or the ARN or alias of a KMS key.'
        case 'policy activate'
            printf '%s\n' \
                '--environment	The environment; default: production.' \
                '--canary	Let it decide on this share of sessions first, such as 10%.' \
                '--max-errors	A canary ends by itself over this share of errors; default: 1%.' \
                '--max-denials	... or over this share of denials more than in force; default: 5%.' \
                '--judge-after	... once a runtime made so many decisions with it; default: 100.' \
                '--shadow	Evaluate it after the answer first; it decides nothing.' \
                '--require-replay	Refuse unless recorded decisions can be re-run with it; tells what would have changed.' \
                '--since	With --require-replay: how far back; default: 24h.' \
                '--reason	Why; kept in the history.'
        case 'policy rollback'
            printf '%s\n' \
                '--environment	The environment; default: production.' \
                '--reason	Why; kept in the history.'
        case 'policy list'
            printf '%s\n' '--environment	The environment; default: production.'
        case 'policy history'
            printf '%s\n' \
                '--environment	The environment; default: production.' \
                '--limit	The most changes to list; default: 20.'
        case 'policy status'
            printf '%s\n' '--environment	The environment; default: production.'
        case 'policy replay'
            printf '%s\n' \
                '--environment	The environment; default: production.' \
                '--since	How far back to read recorded decisions; default: 1h.' \
                '--from	Read recorded decisions from a file, one a line.'
        case 'runtime dispatch'
            printf '%s\n' '--url	Where the runtime answers; default: the one that \'serve runtime --detach\' started, or http://127.0.0.1:8080.'
        case 'runtime health'
            printf '%s\n' '--url	Where the runtime answers; default: the one that \'serve runtime --detach\' started, or http://127.0.0.1:8080.'
        case 'runtime instances'
            printf '%s\n' '--environment	The environment; default: production.'
        case 'serve runtime'
            printf '%s\n' \
                '--config	The runtime\'s configuration; see docs/runtime.md.' \
                '--port	Where it listens on loopback; default: 8080.' \
                '--environment	Whose policies it enforces.' \
                '--policies	Policy files or a folder, instead of the project\'s table.' \
                '--detach	Start it beside the terminal and return when it is ready.'
        case 'serve control-plane'
            printf '%s\n' '--config	The control plane\'s configuration; see docs/control-plane.md.'
        case 'ops list'
            printf '%s\n' \
                '--limit	The most to list; default: 20.' \
                '--resource	Only operations on this resource.' \
                '--state	Only operations in one of these states, such as interrupted,running.'
        case 'ops undo'
            printf '%s\n' '--force	Put back even what somebody else changed since.'
        case 'ops audit'
            printf '%s\n' \
                '--from	Only entries since then; default: a week before the last.' \
                '--to	Only entries before then; default: now.' \
                '--actor	Only entries whose actor\'s name contains this.' \
                '--limit	The most to list, up to 1000; default: 50.' \
                '--cursor	Go on where an earlier list ended.'
        case 'ops approvals list'
            printf '%s\n' '--all	What is decided or over too, of the last month.'
        case 'ops approvals approve'
            printf '%s\n' '--comment	Why; kept in the audit log.'
        case 'ops approvals reject'
            printf '%s\n' '--comment	Why; told to who asked, and kept in the audit log.'
        case 'ops tokens create'
            printf '%s\n' \
                '--role	viewer, operator, approver or admin, without limits; several separated by commas.' \
                '--no-role	None of its own: grants to token:NAME say what it may.' \
                '--valid	How long, at most 366d; default: 90d.'
        case 'apply'
            printf '%s\n' '--watch	After each rollout, watch this long and put back what does badly.'
        case 'init'
            printf '%s\n' '--force	Overwrite an agentctl.yaml that is there.'
        case 'sandbox start'
            printf '%s\n' \
                '--port	Loopback port; any free one if not given.' \
                '--world	World to simulate instead of the built-in one.' \
                '--seed	Seed of the world; the same seed gives the same world.' \
                '--dynamodb-local	Amazon\'s DynamoDB Local, where the program came without it; fetched from Maven Central once if not given.'
        case 'sandbox load'
            printf '%s\n' '--seed	Seed instead of the world\'s own.'
        case 'sandbox faults'
            printf '%s\n' \
                '--service	Only calls of this AWS service, or rollouts of this ECS service.' \
                '--operation	Only calls of this operation.' \
                '--rate	Share of the calls; all if not given.' \
                '--latency	How late, for the kind latency.' \
                '--times	How often; without end if not given.' \
                '--clear	Turn all faults off.'
        case 'sandbox clock'
            printf '%s\n' '--advance	Move the clock ahead.'
        case 'sandbox calls'
            printf '%s\n' \
                '--mutating	Only calls that could change something.' \
                '--service	Only calls of this AWS service, such as ecs.' \
                '--since	Only calls after the one of this number.' \
                '--clear	Forget the calls.'
        case 'config permissions'
            printf '%s\n' \
                '--for	A command that will be run, such as "ecs scale", or a noun; may be repeated.' \
                '--role	viewer, operator (beside viewer), runtime, governance-function, control-plane or scheduled-job.' \
                '--preview	Only what planning and --dry-run need: nothing that changes anything.' \
                '--part	Of a policy that is longer than IAM takes, the part of this number alone.' \
                '--account	The account\'s twelve digits; default: any.' \
                '--any-region	Allow it in all regions; default: in the project\'s.' \
                '--cluster	The ECS cluster; default: the project\'s.' \
                '--service	Only these ECS services; default: the project\'s, else all of the cluster.' \
                '--function	Only these Lambda functions; default: those that the project names, else PROJECT-*.' \
                '--table	Only these DynamoDB tables; default: those that the project names, else PROJECT-*.' \
                '--roles	The roles of tasks, which are handed to ECS: a name with its path; default: PROJECT/*.'
        case 'version'
            printf '%s\n' '--check	Ask which version is newest, at AGENTCTL_RELEASES or the user configuration\'s \'releases\'.'
    end
end

function __agentctl_value
    switch "$argv"
        case 'dash --range'
            printf '%s\n' 'text'
        case 'dash --every'
            printf '%s\n' 'text'
        case 'dash --charts'
            printf '%s\n' 'one-of braille block ascii'
        case 'dash --environment'
            printf '%s\n' 'text'
        case 'ecs services -c' 'ecs services --cluster'
            printf '%s\n' 'text'
        case 'ecs services --since'
            printf '%s\n' 'text'
        case 'ecs rightsize -c' 'ecs rightsize --cluster'
            printf '%s\n' 'text'
        case 'ecs rightsize --risk'
            printf '%s\n' 'one-of low medium high'
        case 'ecs rightsize --cpu-budget'
            printf '%s\n' 'text'
        case 'ecs rightsize --memory-budget'
            printf '%s\n' 'text'
        case 'ecs rightsize --since'
            printf '%s\n' 'text'
        case 'ecs rightsize --watch'
            printf '%s\n' 'text'
        case 'ecs rightsize --from-csv'
            printf '%s\n' 'name-of file'
        case 'ecs rightsize --cpu'
            printf '%s\n' 'text'
        case 'ecs rightsize --memory'
            printf '%s\n' 'text'
        case 'ecs rightsize --tasks'
            printf '%s\n' 'text'
        case 'ecs scale -c' 'ecs scale --cluster'
            printf '%s\n' 'text'
        case 'ecs scale --min'
            printf '%s\n' 'text'
        case 'ecs scale --max'
            printf '%s\n' 'text'
        case 'ecs scale --target-cpu'
            printf '%s\n' 'text'
        case 'ecs scale --scale-in-cooldown'
            printf '%s\n' 'text'
        case 'ecs scale --scale-out-cooldown'
            printf '%s\n' 'text'
        case 'ecs rollback -c' 'ecs rollback --cluster'
            printf '%s\n' 'text'
        case 'ecs rollback --to'
            printf '%s\n' 'text'
        case 'ecs redeploy -c' 'ecs redeploy --cluster'
            printf '%s\n' 'text'
        case 'ecs wait -c' 'ecs wait --cluster'
            printf '%s\n' 'text'
        case 'lambda sweep --memory'
            printf '%s\n' 'text'
        case 'lambda sweep --architectures'
            printf '%s\n' 'text'
        case 'lambda sweep --strategy'
            printf '%s\n' 'text'
        case 'lambda sweep --p95'
            printf '%s\n' 'text'
        case 'lambda sweep --max-invocations'
            printf '%s\n' 'text'
        case 'lambda sweep --max-spend'
            printf '%s\n' 'text'
        case 'lambda sweep --concurrency'
            printf '%s\n' 'text'
        case 'lambda sweep --cold'
            printf '%s\n' 'text'
        case 'lambda sweep --zone'
            printf '%s\n' 'text'
        case 'lambda sweep --confidence'
            printf '%s\n' 'text'
        case 'lambda sweep --payload'
            printf '%s\n' 'name-of file'
        case 'lambda sweep --payloads'
            printf '%s\n' 'name-of file'
        case 'lambda sweep --alias'
            printf '%s\n' 'text'
        case 'lambda sweep --report'
            printf '%s\n' 'name-of file'
        case 'lambda apply --memory'
            printf '%s\n' 'text'
        case 'lambda apply --alias'
            printf '%s\n' 'text'
        case 'lambda apply --architecture'
            printf '%s\n' 'one-of x86_64 arm64'
        case 'lambda report --report'
            printf '%s\n' 'name-of file'
        case 'lambda concurrency show --since'
            printf '%s\n' 'text'
        case 'lambda concurrency plan --since'
            printf '%s\n' 'text'
        case 'lambda concurrency plan --cover'
            printf '%s\n' 'text'
        case 'lambda cost --since'
            printf '%s\n' 'text'
        case 'lambda cost --tag'
            printf '%s\n' 'text'
        case 'lambda cost --sweeps'
            printf '%s\n' 'name-of file'
        case 'table usage --since'
            printf '%s\n' 'text'
        case 'table capacity --since'
            printf '%s\n' 'text'
        case 'table capacity --throttles'
            printf '%s\n' 'text'
        case 'table capacity --least-saving'
            printf '%s\n' 'text'
        case 'table switch --to'
            printf '%s\n' 'one-of on-demand provisioned'
        case 'table switch --target'
            printf '%s\n' 'text'
        case 'table switch --since'
            printf '%s\n' 'text'
        case 'table autoscale --target'
            printf '%s\n' 'text'
        case 'table autoscale --min'
            printf '%s\n' 'text'
        case 'table autoscale --max'
            printf '%s\n' 'text'
        case 'table autoscale --only'
            printf '%s\n' 'one-of reads writes'
        case 'table autoscale --index'
            printf '%s\n' 'text'
        case 'table audit --since'
            printf '%s\n' 'text'
        case 'windows preview --next'
            printf '%s\n' 'text'
        case 'windows apply --mode'
            printf '%s\n' 'one-of agentctl native'
        case 'windows apply --at'
            printf '%s\n' 'text'
        case 'windows apply -f' 'windows apply --file'
            printf '%s\n' 'name-of file'
        case 'windows status -f' 'windows status --file'
            printf '%s\n' 'name-of file'
        case 'windows wake --for'
            printf '%s\n' 'text'
        case 'windows wake --reason'
            printf '%s\n' 'text'
        case 'windows wake -f' 'windows wake --file'
            printf '%s\n' 'name-of file'
        case 'windows sleep --for'
            printf '%s\n' 'text'
        case 'windows sleep --reason'
            printf '%s\n' 'text'
        case 'windows sleep -f' 'windows sleep --file'
            printf '%s\n' 'name-of file'
        case 'windows cancel -f' 'windows cancel --file'
            printf '%s\n' 'name-of file'
        case 'cost report -c' 'cost report --cluster'
            printf '%s\n' 'text'
        case 'cost report --since'
            printf '%s\n' 'text'
        case 'cost report --sweeps'
            printf '%s\n' 'name-of file'
        case 'slo check --page-topic'
            printf '%s\n' 'text'
        case 'slo check --ticket-topic'
            printf '%s\n' 'text'
        case 'slo list -f' 'slo list --file'
            printf '%s\n' 'name-of file'
        case 'slo status -f' 'slo status --file'
            printf '%s\n' 'name-of file'
        case 'slo report -f' 'slo report --file'
            printf '%s\n' 'name-of file'
        case 'slo report --since'
            printf '%s\n' 'text'
        case 'slo backends -f' 'slo backends --file'
            printf '%s\n' 'name-of file'
        case 'budget status --since'
            printf '%s\n' 'text'
        case 'alarms list --state'
            printf '%s\n' 'one-of ok alarm insufficient_data'
        case 'alarms plan --file' 'alarms plan -f'
            printf '%s\n' 'name-of file'
        case 'alarms plan --page-topic'
            printf '%s\n' 'text'
        case 'alarms plan --ticket-topic'
            printf '%s\n' 'text'
        case 'alarms apply --file' 'alarms apply -f'
            printf '%s\n' 'name-of file'
        case 'alarms apply --page-topic'
            printf '%s\n' 'text'
        case 'alarms apply --ticket-topic'
            printf '%s\n' 'text'
        case 'alarms diff --file' 'alarms diff -f'
            printf '%s\n' 'name-of file'
        case 'alarms diff --page-topic'
            printf '%s\n' 'text'
        case 'alarms diff --ticket-topic'
            printf '%s\n' 'text'
        case 'alarms prune --file' 'alarms prune -f'
            printf '%s\n' 'name-of file'
        case 'alarms prune --page-topic'
            printf '%s\n' 'text'
        case 'alarms prune --ticket-topic'
            printf '%s\n' 'text'
        case 'alarms backtest --since'
            printf '%s\n' 'text'
        case 'alarms backtest --from-csv'
            printf '%s\n' 'name-of file'
        case 'alarms backtest --incidents'
            printf '%s\n' 'name-of file'
        case 'alarms backtest --pages-per-week'
            printf '%s\n' 'text'
        case 'alarms backtest --side'
            printf '%s\n' 'one-of above below both'
        case 'alarms backtest --file' 'alarms backtest -f'
            printf '%s\n' 'name-of file'
        case 'alarms backtest --page-topic'
            printf '%s\n' 'text'
        case 'alarms backtest --ticket-topic'
            printf '%s\n' 'text'
        case 'alarms backtest --above'
            printf '%s\n' 'text'
        case 'alarms backtest --below'
            printf '%s\n' 'text'
        case 'alarms backtest --datapoints'
            printf '%s\n' 'text'
        case 'alarms backtest --period'
            printf '%s\n' 'text'
        case 'alarms backtest --missing'
            printf '%s\n' 'text'
        case 'alarms history --since'
            printf '%s\n' 'text'
        case 'alarms mute --for'
            printf '%s\n' 'text'
        case 'alarms mute --reason'
            printf '%s\n' 'text'
        case 'perf load --scenario'
            printf '%s\n' 'name-of file'
        case 'perf load --rate'
            printf '%s\n' 'text'
        case 'perf load --concurrency'
            printf '%s\n' 'text'
        case 'perf load --duration'
            printf '%s\n' 'text'
        case 'perf load --requests'
            printf '%s\n' 'text'
        case 'perf load --ramp'
            printf '%s\n' 'text'
        case 'perf load --expect'
            printf '%s\n' 'text'
        case 'perf load -X' 'perf load --method'
            printf '%s\n' 'text'
        case 'perf load -H' 'perf load --header'
            printf '%s\n' 'text'
        case 'perf load --body'
            printf '%s\n' 'name-of file'
        case 'perf load --data'
            printf '%s\n' 'name-of file'
        case 'perf load --request-timeout'
            printf '%s\n' 'text'
        case 'perf load --threshold'
            printf '%s\n' 'text'
        case 'perf load --tasks'
            printf '%s\n' 'text'
        case 'perf load --task-definition'
            printf '%s\n' 'text'
        case 'perf load --network-of'
            printf '%s\n' 'name-of service'
        case 'perf load --max-requests'
            printf '%s\n' 'text'
        case 'perf load --ca'
            printf '%s\n' 'name-of file'
        case 'perf load --save'
            printf '%s\n' 'name-of file'
        case 'perf check --threshold'
            printf '%s\n' 'text'
        case 'perf compare --threshold'
            printf '%s\n' 'text'
        case 'perf regress --metric'
            printf '%s\n' 'text'
        case 'perf regress --dimension'
            printf '%s\n' 'text'
        case 'perf regress --statistic'
            printf '%s\n' 'text'
        case 'perf regress --since'
            printf '%s\n' 'text'
        case 'perf regress --period'
            printf '%s\n' 'text'
        case 'perf regress --from-csv'
            printf '%s\n' 'name-of file'
        case 'perf regress --folder'
            printf '%s\n' 'name-of file'
        case 'perf regress --scenario'
            printf '%s\n' 'text'
        case 'perf regress --figure'
            printf '%s\n' 'text'
        case 'perf regress --threshold'
            printf '%s\n' 'text'
        case 'perf regress --service'
            printf '%s\n' 'text'
        case 'perf regress --notify'
            printf '%s\n' 'text'
        case 'perf history --keep'
            printf '%s\n' 'name-of file'
        case 'perf history --folder'
            printf '%s\n' 'name-of file'
        case 'perf history --scenario'
            printf '%s\n' 'text'
        case 'perf history --figure'
            printf '%s\n' 'text'
        case 'perf worker --part'
            printf '%s\n' 'text'
        case 'perf worker --table'
            printf '%s\n' 'name-of table'
        case 'policy init --folder'
            printf '%s\n' 'name-of file'
        case 'policy test --junit'
            printf '%s\n' 'name-of file'
        case 'policy diff --environment'
            printf '%s\n' 'text'
        case 'policy eval -i' 'policy eval --input'
            printf '%s\n' 'text'
        case 'policy eval --environment'
            printf '%s\n' 'text'
        case 'policy eval --expect'
            printf '%s\n' 'one-of allow deny'
        case 'policy explain -i' 'policy explain --input'
            printf '%s\n' 'text'
        case 'policy explain --environment'
            printf '%s\n' 'text'
        case 'policy publish --reason'
            printf '%s\n' 'text'
        case 'policy publish --sign'
            printf '%s\n' 'text'
        case 'policy activate --environment'
            printf '%s\n' 'text'
        case 'policy activate --canary'
            printf '%s\n' 'text'
        case 'policy activate --max-errors'
            printf '%s\n' 'text'
        case 'policy activate --max-denials'
            printf '%s\n' 'text'
        case 'policy activate --judge-after'
            printf '%s\n' 'text'
        case 'policy activate --since'
            printf '%s\n' 'text'
        case 'policy activate --reason'
            printf '%s\n' 'text'
        case 'policy rollback --environment'
            printf '%s\n' 'text'
        case 'policy rollback --reason'
            printf '%s\n' 'text'
        case 'policy list --environment'
            printf '%s\n' 'text'
        case 'policy history --environment'
            printf '%s\n' 'text'
        case 'policy history -n' 'policy history --limit'
            printf '%s\n' 'text'
        case 'policy status --environment'
            printf '%s\n' 'text'
        case 'policy replay --environment'
            printf '%s\n' 'text'
        case 'policy replay --since'
            printf '%s\n' 'text'
        case 'policy replay --from'
            printf '%s\n' 'name-of file'
        case 'runtime dispatch --url'
            printf '%s\n' 'text'
        case 'runtime health --url'
            printf '%s\n' 'text'
        case 'runtime instances --environment'
            printf '%s\n' 'text'
        case 'serve runtime -c' 'serve runtime --config'
            printf '%s\n' 'name-of file'
        case 'serve runtime --port'
            printf '%s\n' 'text'
        case 'serve runtime --environment'
            printf '%s\n' 'text'
        case 'serve runtime --policies'
            printf '%s\n' 'name-of file'
        case 'serve control-plane -c' 'serve control-plane --config'
            printf '%s\n' 'name-of file'
        case 'ops list -n' 'ops list --limit'
            printf '%s\n' 'text'
        case 'ops list --resource'
            printf '%s\n' 'text'
        case 'ops list --state'
            printf '%s\n' 'one-of RUNNING INTERRUPTED UNDOING SUCCEEDED UNVERIFIED FAILED ROLLED_BACK UNDONE'
        case 'ops audit --from'
            printf '%s\n' 'text'
        case 'ops audit --to'
            printf '%s\n' 'text'
        case 'ops audit --actor'
            printf '%s\n' 'text'
        case 'ops audit -n' 'ops audit --limit'
            printf '%s\n' 'text'
        case 'ops audit --cursor'
            printf '%s\n' 'text'
        case 'ops approvals approve --comment'
            printf '%s\n' 'text'
        case 'ops approvals reject --comment'
            printf '%s\n' 'text'
        case 'ops tokens create --role'
            printf '%s\n' 'one-of VIEWER OPERATOR APPROVER ADMIN'
        case 'ops tokens create --valid'
            printf '%s\n' 'text'
        case 'apply --watch'
            printf '%s\n' 'text'
        case 'sandbox start --port'
            printf '%s\n' 'text'
        case 'sandbox start --world'
            printf '%s\n' 'name-of file'
        case 'sandbox start --seed'
            printf '%s\n' 'text'
        case 'sandbox start --dynamodb-local'
            printf '%s\n' 'text'
        case 'sandbox load --seed'
            printf '%s\n' 'text'
        case 'sandbox faults --service'
            printf '%s\n' 'text'
        case 'sandbox faults --operation'
            printf '%s\n' 'text'
        case 'sandbox faults --rate'
            printf '%s\n' 'text'
        case 'sandbox faults --latency'
            printf '%s\n' 'text'
        case 'sandbox faults --times'
            printf '%s\n' 'text'
        case 'sandbox clock --advance'
            printf '%s\n' 'text'
        case 'sandbox calls --service'
            printf '%s\n' 'text'
        case 'sandbox calls --since'
            printf '%s\n' 'text'
        case 'config permissions --for'
            printf '%s\n' 'text'
        case 'config permissions --role'
            printf '%s\n' 'one-of viewer operator runtime governance-function control-plane scheduled-job'
        case 'config permissions --part'
            printf '%s\n' 'text'
        case 'config permissions --account'
            printf '%s\n' 'text'
        case 'config permissions --cluster'
            printf '%s\n' 'text'
        case 'config permissions --service'
            printf '%s\n' 'name-of context'
        case 'config permissions --function'
            printf '%s\n' 'name-of context'
        case 'config permissions --table'
            printf '%s\n' 'name-of context'
        case 'config permissions --roles'
            printf '%s\n' 'text'
        case '* --context'
            printf '%s\n' 'name-of context'
        case '* --profile'
            printf '%s\n' 'text'
        case '* --region'
            printf '%s\n' 'text'
        case '* --endpoint-url'
            printf '%s\n' 'text'
        case '* -o' '* --output'
            printf '%s\n' 'one-of table wide json yaml jsonl csv ical md html junit'
        case '* --query'
            printf '%s\n' 'text'
        case '* --timeout'
            printf '%s\n' 'text'
    end
end

function __agentctl_parameter
    switch "$argv"
        case 'ecs services *'
            printf '%s\n' 'name-of service'
        case 'ecs rightsize *'
            printf '%s\n' 'name-of service'
        case 'ecs scale 0'
            printf '%s\n' 'name-of service'
        case 'ecs rollback 0'
            printf '%s\n' 'name-of service'
        case 'ecs redeploy 0'
            printf '%s\n' 'name-of service'
        case 'ecs wait 0'
            printf '%s\n' 'name-of service'
        case 'lambda functions *'
            printf '%s\n' 'name-of function'
        case 'lambda sweep 0'
            printf '%s\n' 'name-of function'
        case 'lambda apply 0'
            printf '%s\n' 'name-of function'
        case 'lambda report 0'
            printf '%s\n' 'name-of file'
        case 'lambda concurrency show 0'
            printf '%s\n' 'name-of function'
        case 'lambda concurrency plan 0'
            printf '%s\n' 'name-of function'
        case 'lambda concurrency set 0'
            printf '%s\n' 'name-of function'
        case 'lambda concurrency set 1'
            printf '%s\n' 'text'
        case 'lambda concurrency clear 0'
            printf '%s\n' 'name-of function'
        case 'lambda cost *'
            printf '%s\n' 'name-of function'
        case 'table usage 0'
            printf '%s\n' 'name-of table'
        case 'table capacity 0'
            printf '%s\n' 'name-of table'
        case 'table switch 0'
            printf '%s\n' 'name-of table'
        case 'table autoscale 0'
            printf '%s\n' 'name-of table'
        case 'table audit 0'
            printf '%s\n' 'name-of table'
        case 'windows check 0'
            printf '%s\n' 'name-of file'
        case 'windows preview 0'
            printf '%s\n' 'name-of file'
        case 'windows apply 0'
            printf '%s\n' 'text'
        case 'windows wake 0'
            printf '%s\n' 'name-of service'
        case 'windows sleep 0'
            printf '%s\n' 'name-of service'
        case 'windows cancel 0'
            printf '%s\n' 'name-of service'
        case 'slo check 0'
            printf '%s\n' 'name-of file'
        case 'slo report *'
            printf '%s\n' 'text'
        case 'alarms backtest *'
            printf '%s\n' 'name-of alarm'
        case 'alarms test 0'
            printf '%s\n' 'name-of alarm'
        case 'alarms history 0'
            printf '%s\n' 'name-of alarm'
        case 'alarms mute 0'
            printf '%s\n' 'name-of alarm'
        case 'alarms unmute 0'
            printf '%s\n' 'name-of alarm'
        case 'perf load 0'
            printf '%s\n' 'text'
        case 'perf check 0'
            printf '%s\n' 'name-of file'
        case 'perf report *'
            printf '%s\n' 'name-of file'
        case 'perf compare 0'
            printf '%s\n' 'name-of file'
        case 'perf compare 1'
            printf '%s\n' 'name-of file'
        case 'perf worker 0'
            printf '%s\n' 'text'
        case 'policy init 0'
            printf '%s\n' 'text'
        case 'policy check *'
            printf '%s\n' 'name-of file'
        case 'policy fmt *'
            printf '%s\n' 'name-of file'
        case 'policy test *'
            printf '%s\n' 'name-of file'
        case 'policy diff *'
            printf '%s\n' 'name-of policy'
        case 'policy eval *'
            printf '%s\n' 'name-of file'
        case 'policy explain *'
            printf '%s\n' 'name-of file'
        case 'policy publish *'
            printf '%s\n' 'name-of file'
        case 'policy activate 0'
            printf '%s\n' 'name-of policy'
        case 'policy rollback 0'
            printf '%s\n' 'name-of policy'
        case 'policy show 0'
            printf '%s\n' 'name-of policy'
        case 'policy history 0'
            printf '%s\n' 'name-of policy'
        case 'policy replay 0'
            printf '%s\n' 'name-of policy'
        case 'runtime dispatch 0'
            printf '%s\n' 'text'
        case 'ops show 0'
            printf '%s\n' 'name-of operation'
        case 'ops undo 0'
            printf '%s\n' 'name-of operation'
        case 'ops resume 0'
            printf '%s\n' 'name-of operation'
        case 'ops approvals show 0'
            printf '%s\n' 'name-of operation'
        case 'ops approvals approve 0'
            printf '%s\n' 'name-of operation'
        case 'ops approvals reject 0'
            printf '%s\n' 'name-of operation'
        case 'ops tokens create 0'
            printf '%s\n' 'text'
        case 'ops tokens revoke 0'
            printf '%s\n' 'text'
        case 'apply 0'
            printf '%s\n' 'name-of file'
        case 'sandbox load 0'
            printf '%s\n' 'name-of file'
        case 'sandbox faults 0'
            printf '%s\n' 'text'
        case 'config use 0'
            printf '%s\n' 'name-of context'
        case 'completion 0'
            printf '%s\n' 'one-of bash zsh fish'
    end
end

# Reads the words before the current one: which command they name, what its next word is, where it goes.
function __agentctl_walk
    set -g __agentctl_path
    set -g __agentctl_awaits
    set -g __agentctl_count 0
    set -g __agentctl_target
    set -l option
    set -l over
    for word in $argv
        if test -n "$__agentctl_awaits"
            if contains -- $option --context --profile --region --endpoint-url
                set -a __agentctl_target $option $word
            end
            set -g __agentctl_awaits
            continue
        end
        switch "$over$word"
            case --
                set over over
            case '--context=*' '--profile=*' '--region=*' '--endpoint-url=*'
                set -a __agentctl_target $word
            case '-*=*'
            case '-*'
                set option $word
                set -g __agentctl_awaits (__agentctl_value "$__agentctl_path" $word)
            case '*'
                set -l verbs (__agentctl_verbs "$__agentctl_path" | string replace -r '\t.*' '')
                if test -z "$verbs"
                    set -g __agentctl_count (math $__agentctl_count + 1)
                else if contains -- $word $verbs
                    set -a __agentctl_path $word
                end
        end
    end
end

function __agentctl_offer # what a value may be, what stands before it, what of it is typed
    switch "$argv[1]"
        case 'one-of *'
            string split ' ' (string replace 'one-of ' $argv[2] -- $argv[1] | string replace -a ' ' " $argv[2]")
        case 'name-of file'
            __fish_complete_path $argv[3] | string replace -r '^' -- $argv[2]
        case 'name-of *'
            AGENTCTL_BUILD=never $__agentctl_program __names (string replace 'name-of ' '' -- $argv[1]) $__agentctl_target 2>/dev/null |
                string replace -r '^' -- $argv[2]
    end
end

function __agentctl_complete
    set -l words (commandline -opc)
    set -l current (commandline -ct)
    set -g __agentctl_program (string replace -r '^~' $HOME -- $words[1])
    if not set -q __agentctl_warm
        set -g __agentctl_warm yes
        AGENTCTL_BUILD=never $__agentctl_program __names warm >/dev/null 2>&1 &
        disown 2>/dev/null
    end
    __agentctl_walk $words[2..-1]
    if test -n "$__agentctl_awaits"
        __agentctl_offer $__agentctl_awaits '' $current
        return
    end
    switch "$current"
        case '-*=*'
            set -l parts (string split -m 1 = -- $current)
            __agentctl_offer (__agentctl_value "$__agentctl_path" $parts[1]) "$parts[1]=" "$parts[2]"
        case '-*'
            __agentctl_options "$__agentctl_path"
            __agentctl_options -
        case '*'
            set -l verbs (__agentctl_verbs "$__agentctl_path")
            if test -n "$verbs"
                printf '%s\n' $verbs
            else
                __agentctl_offer (__agentctl_parameter "$__agentctl_path" $__agentctl_count) '' $current
            end
    end
end

complete -c agentctl -f -k -a '(__agentctl_complete)'
