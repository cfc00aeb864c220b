"""A zip taken apart: only plain files, only below the folder, only so many bytes."""

from __future__ import annotations

import stat
import zipfile
import zlib
from lzma import LZMAError
from pathlib import Path, PurePosixPath

from factcheck.errors import FactcheckError
from factcheck.messages import message
from factcheck.reference.packs.descriptor import read_descriptor
from factcheck.reference.packs.shipped import DESCRIPTOR

FILES = 1000
BLOCK = 1 << 16


def unpack(archive: Path, folder: Path, size: int) -> None:
    """Takes the descriptor of the pack in a zip and the tables that it names out into `folder`, at most `size` bytes.

    The pack lies at the top of the zip or in one folder there; what else there is stays in the zip. Raises
    FactcheckError for a zip that is damaged, too large, or holds anything else than plain files below its own folder;
    nothing then lies outside `folder`.
    """
    try:
        with zipfile.ZipFile(archive) as opened:
            members = {str(place): member for member, place in _members(opened).items()}
            left = size - _extract(opened, members[DESCRIPTOR], folder / DESCRIPTOR, size)
            for name in _named(folder / DESCRIPTOR) & members.keys():
                left -= _extract(opened, members[name], folder / name, left)
    except (zipfile.BadZipFile, zlib.error, LZMAError, EOFError, RuntimeError, OSError, ValueError) as slip:
        raise FactcheckError(message("This zip is damaged or not readable: {reason}.", reason=slip)) from slip


def _named(descriptor: Path) -> set[str]:
    """The tables that a descriptor names, as places in its folder; what is wrong with it is said by the check."""
    info, _ = read_descriptor(descriptor.read_text("utf-8-sig", "replace"), "", "")
    return {str(PurePosixPath(name)) for _, name in info.resources} if info is not None else set()


def _members(opened: zipfile.ZipFile) -> dict[zipfile.ZipInfo, PurePosixPath]:
    """The files with their places in the folder of the pack."""
    infos = [info for info in opened.infolist() if not info.is_dir()]
    if len(infos) > FILES:
        raise FactcheckError(message("This zip holds more than {files} files.", files=FILES))
    for info in infos:
        _plain(info)
    names = [info.filename for info in infos]
    if len(set(map(str.casefold, names))) < len(names):
        raise FactcheckError(message("This zip holds two files of one name."))
    root = _root(names)
    return {
        info: PurePosixPath(info.filename).relative_to(root)
        for info in infos
        if PurePosixPath(info.filename).is_relative_to(root)
    }


def _plain(info: zipfile.ZipInfo) -> None:
    """Raises FactcheckError for a name that leads elsewhere, a link, a device, or a file under a password."""
    place = PurePosixPath(info.filename)
    if place.is_absolute() or ".." in place.parts or set("\\:\0") & set(info.filename):
        raise FactcheckError(message("This zip would write outside its folder: “{filename}”.", filename=info.filename))
    kind = stat.S_IFMT(info.external_attr >> 16)
    if kind not in (0, stat.S_IFREG):
        raise FactcheckError(
            message("This zip holds something that is no plain file: “{filename}”.", filename=info.filename)
        )


def _root(names: list[str]) -> PurePosixPath:
    found = [PurePosixPath(name).parent for name in names if PurePosixPath(name).name == DESCRIPTOR]
    if not found:
        raise FactcheckError(message("This zip holds no {descriptor}.", descriptor=DESCRIPTOR))
    return min(found, key=lambda place: len(place.parts))


def _extract(opened: zipfile.ZipFile, member: zipfile.ZipInfo, path: Path, left: int) -> int:
    """Writes a file; its stated size is not believed."""
    path.parent.mkdir(parents=True, exist_ok=True)
    size = 0
    with opened.open(member) as source, path.open("wb") as out:
        while block := source.read(BLOCK):
            size += len(block)
            if size > left:
                raise FactcheckError(message("What this zip holds is too large: nothing was changed."))
            out.write(block)
    return size
