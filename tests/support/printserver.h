// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <unistd.h>

using namespace Qt::StringLiterals;

namespace motcua::test {

/// What @p program prints.
inline QByteArray output(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.start(program, arguments);
    process.waitForFinished(60'000);
    return process.readAllStandardOutput() + process.readAllStandardError();
}

inline bool writeFile(const QString &path, const QByteArray &text,
                      QFile::Permissions permissions = {})
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(text) == text.size()
           && (permissions == QFile::Permissions{} || file.setPermissions(permissions));
}

/// A CUPS server of its own in a folder, on a local socket, whose printer writes what comes to a
/// file and is as ill as the file "mode" says.
class PrintServer
{
public:
    /// Why it does not run; empty when it does.
    QString start()
    {
        for (const QString &program : {u"cupsd"_s, u"lpadmin"_s, u"pdftoppm"_s}) {
            if (path(program).isEmpty()) {
                return program + u" is not installed"_s;
            }
        }
        const QDir root(m_root.path());
        for (const QString &name : {u"bin/backend"_s, u"spool/tmp"_s, u"cache"_s, u"state"_s,
                                    u"ppd"_s, u"out"_s, u"log"_s}) {
            if (!root.mkpath(name)) {
                return u"no folder "_s + name;
            }
        }
        for (const QString &name : {u"filter"_s, u"driver"_s, u"daemon"_s, u"notifier"_s}) {
            QFile::link(u"/usr/lib/cups/"_s + name, root.filePath(u"bin/"_s + name));
        }
        const QByteArray folder = m_root.path().toUtf8();
        // As root the server runs its own children as lp; a back end only root can read stays root.
        const QByteArray files = "ServerRoot " + folder + "\nServerBin " + folder
                                 + "/bin\nRequestRoot " + folder + "/spool\nTempDir " + folder
                                 + "/spool/tmp\nCacheDir " + folder + "/cache\nStateDir " + folder
                                 + "/state\nAccessLog " + folder + "/log/access\nErrorLog " + folder
                                 + "/log/error\nPageLog " + folder
                                 + "/log/page\nDataDir /usr/share/cups\nSystemGroup root lpadmin\n"
                                   "SetEnv MOTCUA_FOLDER "
                                 + folder + "\n";
        const QByteArray conf = "Listen " + folder
                                + "/sock\nLogLevel debug\nBrowsing No\nWebInterface No\n"
                                  "DefaultAuthType None\nMaxLogSize 0\n<Location />\nOrder "
                                  "allow,deny\nAllow all\n</Location>\n<Policy default>\n"
                                  "<Limit All>\nOrder deny,allow\n</Limit>\n</Policy>\n";
        const QByteArray backend =
            "#!/bin/sh\n"
            "[ $# -eq 0 ] && { echo 'direct motcua \"Unknown\" \"Test\"'; "
            "exit 0; }\n"
            "f=$MOTCUA_FOLDER\n"
            "echo 'STATE: -media-empty-error,cover-open-error' >&2\n"
            "case $(cat \"$f/mode\") in\n"
            "discard) cat >/dev/null; exit 0 ;;\n"
            "fail) exit 1 ;;\n"
            "empty)\n"
            "  echo 'STATE: +media-empty-error' >&2\n"
            "  while [ \"$(cat \"$f/mode\")\" = empty ]; do sleep 0.05; done\n"
            "  echo 'STATE: -media-empty-error' >&2 ;;\n"
            "open)\n"
            "  echo 'STATE: +cover-open-error' >&2\n"
            "  while [ \"$(cat \"$f/mode\")\" = open ]; do sleep 0.05; done\n"
            "  echo 'STATE: -cover-open-error' >&2 ;;\n"
            "esac\n"
            "printf '%s' \"$3\" >\"$f/out/$1.title\"\n"
            "if [ -n \"$6\" ]; then cat \"$6\"; else cat; fi >\"$f/out/part\"\n"
            "mv \"$f/out/part\" \"$f/out/$1.pdf\"\n";
        if (!writeFile(file(u"cups-files.conf"_s), files) || !writeFile(file(u"cupsd.conf"_s), conf)
            || !setMode("print")
            || !writeFile(file(u"bin/backend/motcua"_s), backend,
                          QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner)
            || !writeFile(file(u"ticket.ppd"_s), ppd())) {
            return u"cannot write its settings"_s;
        }
        qputenv("CUPS_SERVER", folder + "/sock");
        m_process.setProcessChannelMode(QProcess::MergedChannels);
        m_process.start(path(u"cupsd"_s), {u"-f"_s, u"-c"_s, file(u"cupsd.conf"_s), u"-s"_s,
                                           file(u"cups-files.conf"_s)});
        if (!m_process.waitForStarted()) {
            return u"cupsd does not start: "_s + m_process.errorString();
        }
        if (!QTest::qWaitFor(
                [&] {
                    return QFile::exists(file(u"sock"_s))
                           || m_process.state() == QProcess::NotRunning;
                },
                20'000)
            || m_process.state() == QProcess::NotRunning) {
            return u"cupsd ends: "_s + QString::fromUtf8(m_process.readAll()) + log();
        }
        QByteArray said =
            output(path(u"lpadmin"_s), {u"-p"_s, u"RAW"_s, u"-E"_s, u"-v"_s, u"motcua:/x"_s,
                                        u"-o"_s, u"printer-error-policy=abort-job"_s});
        said += output(path(u"lpadmin"_s),
                       {u"-p"_s, u"DRIVER"_s, u"-E"_s, u"-v"_s, u"motcua:/x"_s, u"-P"_s,
                        file(u"ticket.ppd"_s), u"-o"_s, u"printer-error-policy=abort-job"_s});
        const QByteArray queues = output(path(u"lpstat"_s), {u"-p"_s});
        if (!queues.contains("RAW") || !queues.contains("DRIVER")) {
            return u"lpadmin makes no queue: "_s + QString::fromUtf8(said + queues) + log();
        }
        return {};
    }

    ~PrintServer()
    {
        m_process.terminate();
        m_process.waitForFinished();
    }

    bool setMode(const QByteArray &mode) const
    {
        // Under another name first: the back end reads it at any moment.
        return writeFile(file(u"mode.part"_s), mode)
               && ::rename(qPrintable(file(u"mode.part"_s)), qPrintable(file(u"mode"_s))) == 0;
    }

    [[nodiscard]] QStringList documents() const
    {
        QStringList paths;
        for (const QFileInfo &info :
             QDir(file(u"out"_s)).entryInfoList({u"*.pdf"_s}, QDir::Files, QDir::Name)) {
            paths << info.filePath();
        }
        return paths;
    }

    void forgetDocuments() const
    {
        for (const QString &path : documents()) {
            QFile::remove(path);
        }
    }

    [[nodiscard]] static QByteArray activeJobs() { return output(path(u"lpstat"_s), {u"-o"_s}); }

    static void command(const QString &program, const QStringList &arguments)
    {
        output(path(program), arguments);
    }

    [[nodiscard]] QString file(const QString &name) const { return m_root.filePath(name); }

    [[nodiscard]] QString log() const
    {
        QFile log(file(u"log/error"_s));
        return log.open(QIODevice::ReadOnly) ? QString::fromUtf8(log.readAll().right(3000))
                                             : QString();
    }

private:
    static QString path(const QString &program)
    {
        const QString found = QStandardPaths::findExecutable(program);
        return found.isEmpty()
                   ? QStandardPaths::findExecutable(program, {u"/usr/sbin"_s, u"/sbin"_s})
                   : found;
    }

    /// A driver that takes PDF and paper of any length, as those of ticket printers do.
    static QByteArray ppd()
    {
        return "*PPD-Adobe: \"4.3\"\n*FormatVersion: \"4.3\"\n*FileVersion: \"1.0\"\n"
               "*LanguageVersion: English\n*LanguageEncoding: ISOLatin1\n*PCFileName: \"T.PPD\"\n"
               "*Product: \"(Ticket)\"\n*Manufacturer: \"Test\"\n*ModelName: \"Ticket\"\n"
               "*ShortNickName: \"Ticket\"\n*NickName: \"Ticket\"\n*PSVersion: \"(3010.000) 0\"\n"
               "*LanguageLevel: \"3\"\n*ColorDevice: False\n*DefaultColorSpace: Gray\n"
               "*FileSystem: False\n*cupsVersion: 2.4\n"
               "*cupsFilter2: \"application/vnd.cups-pdf application/pdf 0 -\"\n"
               "*VariablePaperSize: True\n*ParamCustomPageSize Width: 1 points 36 300\n"
               "*ParamCustomPageSize Height: 2 points 36 2000\n"
               "*ParamCustomPageSize WidthOffset: 3 points 0 0\n"
               "*ParamCustomPageSize HeightOffset: 4 points 0 0\n"
               "*ParamCustomPageSize Orientation: 5 int 0 3\n"
               "*CustomPageSize True: \"pop pop pop <</PageSize[5 -2 roll]>>setpagedevice\"\n"
               "*HWMargins: 0 0 0 0\n*MaxMediaWidth: \"300\"\n*MaxMediaHeight: \"2000\"\n"
               "*OpenUI *PageSize/Size: PickOne\n*OrderDependency: 10 AnySetup *PageSize\n"
               "*DefaultPageSize: T80\n"
               "*PageSize T80/80: \"<</PageSize[204 408]>>setpagedevice\"\n*CloseUI: *PageSize\n"
               "*OpenUI *PageRegion/Size: PickOne\n*OrderDependency: 10 AnySetup *PageRegion\n"
               "*DefaultPageRegion: T80\n"
               "*PageRegion T80/80: \"<</PageSize[204 408]>>setpagedevice\"\n*CloseUI: "
               "*PageRegion\n*DefaultImageableArea: T80\n*ImageableArea T80/80: \"0 0 204 408\"\n"
               "*DefaultPaperDimension: T80\n*PaperDimension T80/80: \"204 408\"\n";
    }

    QTemporaryDir m_root;
    QProcess m_process;
};

} // namespace motcua::test
