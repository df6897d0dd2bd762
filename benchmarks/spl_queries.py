"""The questions of benchmarks/spl.py: public searches by their names, and what one would write in DuckDB's SQL instead.

The searches themselves are read from a file of public detections. Splunk compares text without regard to case, so the
SQL does: `lower(...)` of a column, once for each test, as people write it.
"""

from __future__ import annotations

_USUAL = "dest, user, parent_process_name, process_name, process, process_id, parent_process_id"
_WINDOWS_POWERSHELL = (
    "(lower(process_name) IN ('pwsh.exe', 'sqlps.exe', 'sqltoolsps.exe', 'powershell.exe', 'powershell_ise.exe')"
    " OR lower(original_file_name) IN ('pwsh.dll', 'powershell.exe', 'powershell_ise.exe'))"
)
_LOLBAS = (
    "regsvcs ftp offlinescannershell rasautou schtasks xwizard dllhost pnputil atbroker pcwrun ttdinject mshta"
    " bitsadmin certoc ieexec microsoft.workflow.compiler runscripthelper forfiles msbuild register-cimprovider"
    " tttracer ie4uinit bash hh settingsynchost cmstp mmc stordiag scriptrunner odbcconf extexport msdt workfolders"
    " diskshadow mavinject regasm gpscript rundll32 regsvr32 msiexec wuauclt presentationhost wmic runonce"
    " syncappvpublishingserver verclsid infdefaultinstall explorer installutil netsh wab dnscmd at pcalua msconfig"
).split()


def _counted(where: str, by: str) -> str:
    """Starts that fit, counted by all that is shown of them, with the first and last time as text."""
    return f"""
        SELECT {by}, count(*) AS count, {_shown("min(_time)")} AS firstTime, {_shown("max(_time)")} AS lastTime
        FROM processes WHERE {where} GROUP BY {by}"""


def _often(where: str, by: str, values: str, seconds: int, having: str) -> str:
    """Groups of starts within so many seconds, of which there are many."""
    return f"""
        SELECT {by}, floor(_time / {seconds}) * {seconds} AS _time, count(*) AS count, {values},
            {_shown("min(_time)")} AS firstTime, {_shown("max(_time)")} AS lastTime
        FROM processes WHERE {where} GROUP BY {by}, floor(_time / {seconds}) HAVING {having}"""


def _shown(time: str) -> str:
    return f"strftime(make_timestamp(CAST({time} * 1e6 AS BIGINT)), '%Y-%m-%dT%H:%M:%S')"


QUESTIONS = {
    "Net Localgroup Discovery": _counted(
        "lower(process_name) IN ('net.exe', 'net1.exe') AND contains(lower(process), 'localgroup')",
        f"{_USUAL}, original_file_name",
    ),
    "Mshta spawning Rundll32 OR Regsvr32 Process": _counted(
        "lower(parent_process_name) = 'mshta.exe' AND (lower(process_name) IN ('rundll32.exe', 'regsvr32.exe')"
        " OR lower(original_file_name) IN ('rundll32.exe', 'regsvr32.exe'))",
        "parent_process_name, parent_process, process_name, process, process_id, process_guid, user, dest",
    ),
    "Wsmprovhost LOLBAS Execution Process Spawn": _counted(
        "lower(parent_process_name) = 'wsmprovhost.exe'"
        f" AND lower(process_name) IN ({', '.join(repr(name + '.exe') for name in _LOLBAS)})",
        "dest, user, parent_process, process_name, process, process_id, parent_process_id",
    ),
    "Excessive Usage Of Taskkill": _often(
        "lower(process_name) = 'taskkill.exe'",
        "parent_process_name, process_name, dest, user",
        "list_sort(list_distinct(list(process))) AS process, list_sort(list_distinct(list(process_id))) AS process_id",
        60,
        "count(*) >= 10",
    ),
    "Excessive Usage Of Cacls App": _often(
        "lower(process_name) IN ('cacls.exe', 'icacls.exe', 'xcacls.exe')",
        "parent_process_name, parent_process, dest, user",
        "list_sort(list_distinct(list(process))) AS process, list_sort(list_distinct(list(process_id))) AS process_id",
        60,
        "count(*) >= 10",
    ),
    "Linux Possible Access To Credential Files": _counted(
        "(lower(process_name) = 'cat' OR starts_with(lower(process_name), 'nano')"
        " OR starts_with(lower(process_name), 'vim') OR starts_with(lower(process_name), 'vi'))"
        " AND (contains(lower(process), '/etc/shadow') OR contains(lower(process), '/etc/passwd'))",
        _USUAL,
    ),
    "Windows Query Registry Reg Save": _counted(
        "(lower(process_name) = 'reg.exe' OR lower(original_file_name) = 'reg.exe')"
        " AND contains(lower(process), ' save ')",
        "process_name, original_file_name, process, process_id, process_guid, parent_process_name, parent_process,"
        " parent_process_guid, dest, user",
    ),
    "Winword Spawning PowerShell": _counted(
        f"lower(parent_process_name) = 'winword.exe' AND {_WINDOWS_POWERSHELL}",
        f"{_USUAL}, parent_process, original_file_name",
    ),
    "Windows InstallUtil in Non Standard Path": _counted(
        "(lower(process_name) = 'installutil.exe' OR lower(original_file_name) = 'installutil.exe')"
        r" AND NOT (lower(process_path) LIKE '%\windows\adws\%' OR lower(process_path) LIKE '%\windows\syswow64%'"
        r" OR lower(process_path) LIKE '%\windows\system32%'"
        r" OR lower(process_path) LIKE '%\windows\networkcontroller\%'"
        r" OR lower(process_path) LIKE '%\windows\systemapps\%' OR lower(process_path) LIKE '%\winsxs\%'"
        r" OR lower(process_path) LIKE '%\windows\microsoft.net\%')",
        f"{_USUAL}, parent_process, original_file_name, process_hash",
    ),
    "System User Discovery With Whoami": _counted(
        "lower(process_name) = 'whoami.exe'",
        "dest, user, parent_process, process_name, process, process_id, parent_process_id",
    ),
    "Windows Command Shell DCRat ForkBomb Payload": _often(
        "lower(parent_process_name) = 'cmd.exe'"
        " AND (lower(process_name) = 'notepad.exe' OR lower(original_file_name) = 'notepad.exe')"
        " AND contains(lower(parent_process), '.bat')",
        "parent_process_name, process_name, original_file_name, parent_process, dest, user",
        "list_sort(list_distinct(list(process))) AS process, count(DISTINCT process_id) AS process_id_count",
        30,
        "count(DISTINCT parent_process_id) >= 10 AND count(DISTINCT process_id) >= 10",
    ),
    "Control Loading from World Writable Directory": _counted(
        "(lower(process_name) = 'control.exe' OR lower(original_file_name) = 'control.exe')"
        r" AND (contains(lower(process), '\appdata\') OR contains(lower(process), '\windows\temp\')"
        r" OR contains(lower(process), '\programdata\'))",
        f"{_USUAL}, original_file_name",
    ),
    "Unusually Long Command Line": """
        WITH starts AS (
            SELECT user, dest, process_name, process, length(process) AS processlen
            FROM processes GROUP BY user, dest, process_name, process),
        usual AS (SELECT *, stddev_samp(processlen) OVER host AS deviation, avg(processlen) OVER host AS average
            FROM starts WINDOW host AS (PARTITION BY dest))
        SELECT dest, user, process_name, process, max(processlen) AS maxlen, any_value(deviation) AS stdevperhost,
            any_value(average) AS avgperhost
        FROM usual GROUP BY dest, user, process_name, process
        HAVING max(processlen) > 3 * any_value(deviation) + any_value(average)""",
    "Anomalous usage of 7zip": _counted(
        "lower(parent_process_name) IN ('rundll32.exe', 'dllhost.exe') AND contains(lower(process_name), '7z')",
        f"{_USUAL}, parent_process",
    ),
    "Malicious PowerShell Process - Encoded Command": _counted(
        f"{_WINDOWS_POWERSHELL}"
        r""" AND regexp_matches(process,
            '(?i)[\-|\/|–|—|―][Ee^]{1,2}[NnCcOoDdEeMmAa^]+\s+["]?[A-Za-z0-9+/=]{5,}["]?')""",
        "user, process_name, process, parent_process_name, original_file_name, dest, process_id",
    ),
    "RunDLL Loading DLL By Ordinal": f"""
        SELECT dest, user, parent_process_name, process_name, original_file_name, process, process_id,
            parent_process_id, {_shown("min(_time)")} AS firstTime, {_shown("max(_time)")} AS lastTime
        FROM processes WHERE (lower(process_name) = 'rundll32.exe' OR lower(original_file_name) = 'rundll32.exe')
            AND regexp_matches(process, 'rundll32.+#\\d+')
        GROUP BY dest, user, parent_process_name, process_name, original_file_name, process, process_id,
            parent_process_id""",
    "Account Discovery With Net App": f"""
        SELECT process_name, dest, user, parent_process_name, count(*) AS count,
            list_sort(list_distinct(list(process))) AS process,
            list_sort(list_distinct(list(parent_process))) AS parent_process,
            list_sort(list_distinct(list(process_id))) AS process_id,
            {_shown("min(_time)")} AS firstTime, {_shown("max(_time)")} AS lastTime
        FROM processes WHERE (lower(process_name) IN ('net.exe', 'net1.exe')
            OR lower(original_file_name) IN ('net.exe', 'net1.exe')) AND (contains(lower(process), ' user ')
            OR contains(lower(process), 'config') OR contains(lower(process), 'view /all'))
        GROUP BY process_name, dest, user, parent_process_name HAVING count(*) >= 4""",
    "Suspicious microsoft workflow compiler rename": _counted(
        "lower(process_name) <> 'microsoft.workflow.compiler.exe'"
        " AND lower(original_file_name) = 'microsoft.workflow.compiler.exe'",
        f"{_USUAL}, original_file_name",
    ),
    "Detect Renamed PSExec": _counted(
        "lower(process_name) NOT IN ('psexec.exe', 'psexec64.exe') AND lower(original_file_name) = 'psexec.c'",
        f"{_USUAL}, original_file_name",
    ),
    "Processes launching netsh": f"""
        SELECT parent_process_name, parent_process, original_file_name, process_name, user, dest, count(*) AS count,
            list_sort(list_distinct(list(process))) AS process, {_shown("min(_time)")} AS firstTime,
            {_shown("max(_time)")} AS lastTime
        FROM processes WHERE lower(process_name) = 'netsh.exe' OR lower(original_file_name) = 'netsh.exe'
        GROUP BY parent_process_name, parent_process, original_file_name, process_name, user, dest""",
}
"""The name of a public search -> the same question in SQL."""
