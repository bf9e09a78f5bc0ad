using System.Collections.Frozen;

namespace Unshell.Launchers.Programs;

/// <summary>
/// Programs of Debian's base system and of the packages that manage a machine, its processes, network and archives: no application
/// brings them along, so where the image lacks them they stay away. Names as in the contents of coreutils, util-linux, procps, psmisc,
/// iproute2, net-tools, iputils, dnsutils, mount, passwd, tar, gzip and their like.
/// </summary>
internal static class SystemTools
{
    private const string Files =
        "b2sum base32 basenc chattr chcon cksum cmp col column comm csplit dd df diff diff3 dir dircolors du ed expand factor file flock fmt fold getfacl "
        + "hd hexdump join less link lsattr mkfifo mknod more nl numfmt od patch pathchk pr ptx runcon sdiff setfacl shred shuf split sum tree truncate tsort "
        + "unexpand unlink vdir vi vim nano";

    private const string Archives = "bunzip2 bzcat bzip2 cpio gunzip gzip tar unxz unzip xz xzcat zcat zip zstd";

    private const string Processes =
        "chrt chroot free fuser ionice killall last lastlog nsenter pmap prlimit ps pstree pwdx renice setsid slabtop stdbuf taskset top unshare uptime vmstat w watch";

    private const string Machine =
        "arch blkid chage crond cron crontab dmesg fdisk findmnt getcap getopt groups halt hostid hwclock insmod ldconfig ldd locale-gen logger login logname losetup lsblk "
        + "lscpu lsmod lsof mesg mkfs mkswap modprobe mount mountpoint newgrp pinky poweroff reboot reset rmmod rsyslogd runlevel script service setcap shutdown "
        + "start-stop-daemon stty swapoff swapon sysctl syslogd systemctl tput tty umount update-alternatives update-ca-certificates update-locale update-rc.d "
        + "users uuidgen wall whereis who clear invoke-rc.d";

    private const string Network =
        "arp brctl dig ethtool host ifconfig ip ip6tables iptables iptables-restore iptables-save netstat nft nslookup ping ping6 route ss telnet tracepath traceroute";

    private static readonly FrozenSet<string> Names =
        string.Join(' ', Files, Archives, Processes, Machine, Network).Split(' ').ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether a program, by its bare name, is one of them.</summary>
    public static bool Has(string name) => Names.Contains(name);
}
