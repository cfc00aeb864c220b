"""LibreOffice's own client of LanguageTool asks a server about texts; for the Python that has `uno`, not for ours.

python3 libreoffice_client.py FOLDER ADDRESS < texts.json > findings.json
"""

import json
import subprocess
import sys
import time
from importlib import import_module
from pathlib import Path
from typing import Any

uno: Any = import_module("uno")
GRAMMAR = "/org.openoffice.Office.Linguistic/GrammarChecking/LanguageTool"
INDONESIAN = uno.createUnoStruct("com.sun.star.lang.Locale", "id", "ID", "")


def connected(folder: str, pipe: str) -> tuple[Any, Any]:
    office = subprocess.Popen(
        [
            "soffice",
            "--headless",
            "--norestore",
            "--nologo",
            f"-env:UserInstallation={Path(folder).as_uri()}",
            f"--accept=pipe,name={pipe};urp;",
        ],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    for _ in range(2400):
        try:
            return office, resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except Exception:
            time.sleep(0.25)
    raise SystemExit("LibreOffice does not answer")


def set_up(context: Any, address: str) -> None:
    where = uno.createUnoStruct("com.sun.star.beans.PropertyValue")
    where.Name, where.Value = "nodepath", GRAMMAR
    provider = context.ServiceManager.createInstanceWithContext(
        "com.sun.star.configuration.ConfigurationProvider", context
    )
    access = provider.createInstanceWithArguments("com.sun.star.configuration.ConfigurationUpdateAccess", (where,))
    access.setPropertyValue("BaseURL", address)
    access.setPropertyValue("IsEnabled", True)
    access.commitChanges()


def main(folder: str, address: str) -> None:
    office, context = connected(folder, Path(folder).name)
    try:
        set_up(context, address)
        checker = context.ServiceManager.createInstanceWithContext(
            "org.openoffice.lingu.LanguageToolGrammarChecker", context
        )
        assert checker.hasLocale(INDONESIAN)
        found = []
        for text in json.load(sys.stdin):
            units = text.encode("utf-16-le")
            errors = checker.doProofreading("", text, INDONESIAN, 0, len(units) // 2, ()).aErrors
            spans = ((each, 2 * each.nErrorStart, 2 * (each.nErrorStart + each.nErrorLength)) for each in errors)
            found.append([[units[a:b].decode("utf-16-le"), list(each.aSuggestions)] for each, a, b in spans])
        json.dump(found, sys.stdout)
    finally:
        office.terminate()
        office.wait(600)


main(*sys.argv[1:])
