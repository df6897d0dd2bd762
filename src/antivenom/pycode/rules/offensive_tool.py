"""A known attack tool, or a script that is used like one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from antivenom.pycode.rules.kit import Case, Rule, Seen, is_local, shown, where_of_url

ATTACK = frozenset(
    """
    responder multirelay runfinger lazagne mimipenguin crackmapexec nxc netexec secretsdump psexec wmiexec smbexec atexec
    dcomexec getuserspns getnpusers gettgt getst ticketer lookupsid samrdump rpcdump rpcmap mssqlclient ntlmrelayx
    smbrelayx smbserver raisechild goldenpac ticketconverter addcomputer rbcd dacledit owneredit finddelegation getadusers
    getpac kerbrute bloodyad certipy certipy-ad adidnsdump mimikatz pypykatz lsassy donpapi dploot sprayhound smartbrute dumpzilla
    petitpotam printerbug dementor dfscoerce coercer shadowcoerce privexchange nopac sam_the_admin pachine zerologon_tester
    zerologon cve-2020-1472-exploit gmsadumper gettgtpkinit gets4uticket pywhisker targetedkerberoast pylaps ms14-068
    adfspoof sccmhunter pxethief krbrelayx dnstool addspn pygpoabuse exchange2domain ouned
    sqlmap xsstrike commix nosqlmap tplmap jexboss ysoserial msfvenom o365spray trevorspray msolspray spraycharles patator
    brutespray hoaxshell evilosx pupysh poshc2 silenttrinity regeorgsocksproxy regeorg neoreg rpivot weevely tunna abptts
    dnscat2 dnsteal pyexfil dnsexfiltrator keylogger stealer ransomware backdoor reverse_shell revshell bindshell
    winpwnage unix-privesc-check firepwd hekatomb keytabextract evilginx setoolkit modlishka veil shellter pezor
    evil-winrm wifite mitm6 eaphammer wifiphisher arpspoof ssh2john zip2john office2john keepass2john bruteforce-luks
    certsync gpoddity pywsus wsuxploit ntlmv1-multi krbjack spraykatz sprayingtoolkit masky gosecretsdump manspider
    smbmap enum4linux-ng rid_enum ridenum nullinux aclpwn roadtx adconnectdump shadowspray coercer pcredz net-creds
    goldencopy getnthash passthecert ldap_shell ldaprelayscan wmiexec-pro wmiexec2 mssqlpwner mssqlproxy odat
    cve-2021-1675 cve-2021-42278 cve-2022-26923 ms17_010_eternalblue ms17-010 zzz_exploit bluekeep smbghost proxyshell
    proxylogon log4shell log4j-scan log4j_scan shellshock spring4shell struts-pwn drupalgeddon2 ghostcat gitlab_rce
    credmaster omnispray adfspray o365enum onedrive_user_enum teamfiltration ruler go365 msoluserenum
    git-dumper gitdumper githack dvcs-ripper sstimap ssrfmap gopherus smuggler h2csmuggler lfisuite liffy kadimus fimap
    lfimap xxeinjector xxeserv xcat fuxploider phpsploit webacoo phpggc marshalsec rogue-jndi jndi-exploit
    graphqlmap crackql jwtcrack jwtcat flask-unsign cmsmap-exploit xssstrike dsss dsxs sqliv jsql nosqli
    socialfish hiddeneye blackeye zphisher king-phisher gophish muraena
    empire koadic pupygen trevorc2 chashell villain revshellgen shellerator msfpc thefatrat scarecrow donut-shellcode
    inceptor nimcrypt macropack macro_pack luckystrike magicunicorn demiguise evilclippy badpdf malicious-pdf ps1encode
    avet ebowla phantom-evasion winpayloads arcanus shellgen shellcode_encoder sgn
    mimipy swapdigger beroot crowbar sshprank sshbrute ftpbrute rdpbrute hydra-python brutex pydictor
    slowloris goldeneye hulk xerxes torshammer ufonet raven-storm pyddos ddos mhddos dosattack
    fluxion krackattacks airgeddon wifi-pumpkin hostapd-wpe pyrit scapyarpspoof netcut evillimiter
    cryptominer xmrig-proxy botnet zombie keylog pykeylogger remoteshell pyrat evilpdf venomrat quasar
    eternalblue printnightmare juicypotato printspoofer send_and_execute
    """.split()
)
"""Scripts that have one use, by the names under which they are published, without suffix."""

WORDS = frozenset("responder ticketer hulk zombie ruler masky avet smuggler".split())
"""Names of ATTACK that are ordinary words: by themselves they say little."""

_ON_A_NETWORK = frozenset({"-I", "--interface", "-domain-sid", "-domain"})

RECON = frozenset(
    """
    theharvester sublist3r recon-ng spiderfoot sherlock maigret photon dnsrecon dnsenum fierce amass knockpy subbrute
    linkfinder arjun paramspider corsy gitdorker githound trufflehog s3scanner awsbucketdump cloudscraper pacu scoutsuite
    cloudfrunt cloud_enum enumerate-iam weirdaal principalmapper roadrecon iamfinder wfuzz dirsearch ldapdomaindump
    windapsearch bloodhound bloodhound-python linpeas winpeas linenum linux-exploit-suggester windows-exploit-suggester wes sudo_killer
    cmseek cmsmap joomscan droopescan aem_hacker aem_discoverer oralyzer openredirex dnscan finalrecon osmedeus reconftw
    cloudmapper cs-suite nimbostratus gcpbucketbrute gcp_scanner azurehound stormspotter o365creeper s3enum lazys3
    bucket_finder dumpsterdiver gitleaks shhgit gitgot gitrob gitminer github-search secretfinder jsfinder subjs waybackpy
    hakrawler corscanner cors_scan vbscan moodlescan magescan drupwn typo3scan bfac raccoon reconspider osrframework holehe
    h8mail altdns dnsgen bluto domained eyewitness webscreenshot httpscreenshot vhostscan virtual-host-discovery hosthunter
    cloudflair cloudfail hatcloud favup favfreak dorks_hunter pagodo dorkscout asnlookup photon
    linuxprivchecker gtfonow gtfoblookup suid3num wesng mobsf apkleaks drozer hashid hash-identifier name-that-hash cupp
    bopscrk plcscan s7scan modscan portscan portscanner port_scanner netdiscover subenum subdomain-enum
    ldeep ntlmrecon sslscan smbscan shodan-cli censys-subdomain-finder
    infoga gitminer samdump siet sssdkcmextractor dump_heap bmc-tools jwt_tool ghauri
    """.split()
)
"""Scripts that look around, whoever runs them."""

_TELLING = re.compile(
    r"^(?:-hashes|--hashes|-nthash|-aesKey|-dc-ip|--dc-ip|-dc-host|-no-pass|-just-dc\S*|-spn|-impersonate|-request|-target-ip|"
    r"--lhost|--rhost|--payload|--shellcode|-pfx-\S+|-cert-pfx|--bloodhound|--wordlist|--passwords?|-passwords|-usersfile|--exploit|"
    r"--reverse|--backdoor|--callback|--domain-controller|--sprays?|-ah|--beacon)$",
    re.IGNORECASE,
)
_LOGIN = re.compile(r"^[\w.-]+[/\\][\w.$-]+(?::[^@\s]*)?(?:@[\w.-]+)?$")
_AIM = frozenset(
    "-u -t -d -h -i -ip -r -s -l -target --target --url --domain --host --hosts --ip --rhost -dc --dc -U -f -q --query".split()
)
_TARGET = re.compile(
    r"^(?:https?://\S+|(?:\d{1,3}\.){3}\d{1,3}(?:/\d{1,2}|-\d{1,3})?(?::\d+)?|(?:[a-z0-9-]+\.)+(?:com|net|org|io|local|lab|test|corp|internal|co|de|fr|uk|ru|cn|edu|gov|htb|lan))(?:[/:]\S*)?$",
    re.IGNORECASE,
)


def check(case: Case) -> Iterator[Seen]:
    """The script's name, its arguments, and whether they aim at a host or domain."""
    found = case.found
    if found is None or found.kind not in ("script", "module"):
        return
    name = found.target.replace("\\", "/").rsplit("/", 1)[-1].lower()
    stem = name[:-3] if name.endswith(".py") else name[:-4] if name.endswith((".pyc", ".pyw")) else name
    arguments = list(found.argv[1:])
    telling = [word for word in arguments if _TELLING.match(word)]
    plain = found.kind == "script" or "." not in found.target
    if found.kind == "module" and found.target.startswith("impacket."):
        plain, stem = True, found.target.rsplit(".", 1)[-1].lower()
    if plain and stem in ATTACK:
        alone = stem in WORDS and not (telling or _aimed(arguments) or _ON_A_NETWORK.intersection(arguments))
        yield Seen(40 if alone else 54, f"It runs {name}, the name of a published attack tool.")
    elif plain and stem in RECON:
        yield Seen(40, f"It runs {name}, the name of a published tool for reconnaissance.")
    elif telling:
        yield Seen(
            46, f"It is given {telling[0]}, as attack tools for networks are ({shown(' '.join(arguments), 80)})."
        )
    elif found.kind == "script" and "/" not in found.target.lstrip("./") and _aimed(arguments):
        yield Seen(26, f"A script of the current folder is aimed at {_aimed(arguments)}.")


def _aimed(arguments: list[str]) -> str:
    """The host, domain or login that arguments aim at; "" where they aim at none."""
    for position, word in enumerate(arguments):
        value = arguments[position + 1] if word in _AIM and position + 1 < len(arguments) else word
        if (
            not value.startswith("-")
            and _TARGET.match(value)
            and not value.lower().endswith((".py", ".txt", ".md", ".json"))
        ):
            return "" if is_local(where_of_url(value).host) else value
        if _LOGIN.match(value) and ("@" in value or ":" in value):
            return value
    return ""


RULE = Rule(
    id="offensive_tool",
    title="Attack tool",
    attack=(
        "T1588.002",
        "T1059.006",
    ),
    why="Published tools keep their names and options; most of them are Python.",
    bad="python3 secretsdump.py corp.local/admin:pw@192.0.2.10",
    good="python3 manage.py migrate",
    references=("https://github.com/fortra/impacket",),
    wakes=frozenset({"found:script", "found:module"}),
    check=check,
)
