import hashlib
import os
import re

CHECKSUM_OPTIONS = {
    "-b": "binary",
    "--binary": "binary",
    "-t": "text",
    "--text": "text",
    "-c": "check",
    "--check": "check",
    "--quiet": "quiet",
    "--status": "status",
    "--strict": "strict",
    "--ignore-missing": "ignore_missing",
    "-z": "zero",
    "--zero": "zero",
}


def md5sum_program(argv, env):
    """Write or check MD5 sums."""
    return checksum(argv, "md5")


def sha1sum_program(argv, env):
    """Write or check SHA-1 sums."""
    return checksum(argv, "sha1")


def sha256sum_program(argv, env):
    """Write or check SHA-256 sums."""
    return checksum(argv, "sha256")


def sha512sum_program(argv, env):
    """Write or check SHA-512 sums."""
    return checksum(argv, "sha512")


def checksum(argv, algorithm):
    """Write the sums of files, or check those that lists name."""
    name = algorithm + "sum"
    options, operands = read_options(name, argv, CHECKSUM_OPTIONS)
    if options is None:
        return 125
    status = 0
    for path in operands or ["-"]:
        if "check" in options:
            status |= checksum_check(name, path, algorithm, options)
        elif (digest := checksum_of(name, path, algorithm)) is None:
            status = 1
        else:
            mark = "*" if last_given(options, ("binary", "text")) == "binary" else " "
            shown, start, end = path, "", "\0" if "zero" in options else "\n"
            if "zero" not in options and re.search(r"[\\\n\r]", path):
                shown = path.replace("\\", "\\\\").replace("\n", "\\n")
                shown, start = shown.replace("\r", "\\r"), "\\"
            write_all(1, os.fsencode(f"{start}{digest} {mark}{shown}{end}"))
    return status


def checksum_of(name, path, algorithm):
    """Compute the sum of a file; None after an error."""
    fd = open_operand(name, path)
    if fd is None:
        return None
    digest = hashlib.new(algorithm, usedforsecurity=False)
    while chunk := os.read(fd, 65536):
        digest.update(chunk)
    os.close(fd)
    return digest.hexdigest()


def checksum_check(name, list_path, algorithm, options):
    """Check the files that a list names."""
    fd = open_operand(name, list_path)
    if fd is None:
        return 1
    length = hashlib.new(algorithm, usedforsecurity=False).digest_size * 2
    row = re.compile(r"(\\?)([0-9A-Fa-f]{%d}) [ *](.+)" % length)
    lines = split_lines(read_all(fd))
    os.close(fd)
    status = failed = wrong = unread = seen = 0
    for line in lines:
        match = row.fullmatch(os.fsdecode(line.rstrip(b"\n").rstrip(b"\r")))
        if match is None:
            wrong += 1
            continue
        seen += 1
        path = match[3]
        if match[1]:
            path = path.replace("\\n", "\n").replace("\\\\", "\\")
        if "ignore_missing" in options and not os.path.exists(path):
            continue
        digest = checksum_of(name, path, algorithm)
        result = "OK" if digest == match[2].lower() else "FAILED"
        unread += digest is None
        failed += digest is not None and result == "FAILED"
        result = "FAILED open or read" if digest is None else result
        quiet = "status" in options or (result == "OK" and "quiet" in options)
        if not quiet:
            write_all(1, os.fsencode(f"{match[1]}{match[3]}: {result}\n"))
    if not seen:
        complain(name, f"{list_path}: no properly formatted checksum lines found")
        return 1
    for count, text in (
        (wrong, "lines are improperly formatted"),
        (unread, "listed files could not be read"),
        (failed, "computed checksums did NOT match"),
    ):
        if count and "status" not in options:
            complain(name, f"WARNING: {count} {text}")
    status = 1 if failed or unread or (wrong and "strict" in options) else 0
    return status
