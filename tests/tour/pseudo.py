"""A language that nobody speaks, made of the template of all messages: each is accented, 40% longer and in brackets, so that what
is not translated, and what does not fit, is seen."""

import re
import subprocess

ACCENTS = str.maketrans("aeiouyAEIOUYcnsgl", "áéïöůýÁÉÏÖŮÝçñšğł")
# What must come through as it is: directives of printf and strftime, tags, names to fill in.
KEPT = re.compile(r"(%[-'0-9.$]*(?:l?[a-zA-Z%])|<[^>]*>|\{[a-z]+\}|&[a-z]+;|\n)")
LANGUAGE = "qps"


def pseudo(text):
    if not text:
        return text
    parts = KEPT.split(text)
    accented = "".join(part if i % 2 else part.translate(ACCENTS) for i, part in enumerate(parts))
    longer = ("·······\u00a0" if "\n" in text else "······· ") * (len(text) // 20) + "·" * (len(text) * 2 // 5 % 8)
    end = "\n" if accented.endswith("\n") else ""
    return "[" + accented.rstrip("\n") + longer + "]" + end if not accented.startswith("\n") else accented


def unquote(line):
    return re.sub(r"\\(.)", lambda found: {"n": "\n", "t": "\t"}.get(found[1], found[1]), line.strip()[1:-1])


def quote(text):
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t") + '"'


def make(tree, folder):
    """Writes FOLDER/locale/qps/LC_MESSAGES/leidraad.mo."""
    place = f"{folder}/locale/{LANGUAGE}/LC_MESSAGES"
    subprocess.run(["mkdir", "-p", place], check=True)
    subprocess.run([f"{tree}/po/template", f"{place}/template.pot"], check=True)
    with open(f"{place}/template.pot", encoding="utf-8") as file:
        blocks = file.read().split("\n\n")
    lines = ['msgid ""', 'msgstr "Content-Type: text/plain; charset=UTF-8\\nPlural-Forms: nplurals=2; plural=n != 1;\\n"', ""]
    for block in blocks[1:]:
        fields, field = {}, None
        for line in block.splitlines():
            if line.startswith("#"):
                continue
            started = re.match(r'(msgctxt|msgid_plural|msgid|msgstr)(?:\[\d\])? (".*")$', line)
            if started:
                field = started[1]
                fields[field] = unquote(started[2])
            elif line.startswith('"'):
                fields[field] += unquote(line)
        if not fields.get("msgid"):
            continue
        lines += [f"{name} {quote(fields[name])}" for name in ("msgctxt", "msgid", "msgid_plural") if name in fields]
        if "msgid_plural" in fields:
            lines += [f'msgstr[0] {quote(pseudo(fields["msgid"]))}', f'msgstr[1] {quote(pseudo(fields["msgid_plural"]))}']
        else:
            lines.append(f'msgstr {quote(pseudo(fields["msgid"]))}')
        lines.append("")
    with open(f"{place}/{LANGUAGE}.po", "w", encoding="utf-8") as file:
        file.write("\n".join(lines))
    subprocess.run(["msgfmt", "-o", f"{place}/leidraad.mo", f"{place}/{LANGUAGE}.po"], check=True)
    return f"{place}/leidraad.mo"
