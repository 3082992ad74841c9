# SPDX-FileCopyrightText: 2026 Một Cửa developers
# SPDX-License-Identifier: GPL-3.0-or-later

# cmake -D SOURCE_DIR=… -P layering.cmake fails when a room knows something it must not:
#   main → commands → roles → {operations, sync, voice, printing, widgets} → storage → core

cmake_minimum_required(VERSION 3.25)

# Room = our rooms it may include; each may include itself. A room in widgets/ is named by its folder.
set(widgets "widgets shared kiosk counter board manager rating setup demo")
set(middle "storage operations sync voice printing")
set(may_include
    "app/core="
    "app/storage=core"
    "app/operations=core storage"
    "app/sync=core storage"
    "app/voice=core storage"
    "app/printing=core storage"
    "widgets=core ${widgets}"
    "app/roles=core ${middle} ${widgets}"
    "app/commands=core ${middle} ${widgets} roles"
    "app/main.cpp=core ${middle} ${widgets} roles commands"
)
string(REPLACE " " ";" rooms "core ${middle} roles commands ${widgets}")

# Room = what no include in it may begin with, as <QtSql/…> or <QSql…>; none for "anything".
set(must_not_include
    "app/core=Qt?(Sql|Gui|Widget|Dialog|Paint|Print|Multimedia|Media|Audio|Network|Svg|Chart)|QObject>|QFile|QSaveFile|QDir>|QProcess|QSettings|QThread"
    "app/storage=Qt?(Gui|Widget|Dialog|Paint|Print|Multimedia|Media|Audio|Network|Svg|Chart)"
    "app/operations=Qt?(Gui|Widget|Dialog|Paint|Print|Multimedia|Media|Audio|Network|Svg|Chart)"
    "app/sync=Qt?(Gui|Widget|Dialog|Paint|Print|Multimedia|Media|Audio|Svg|Chart)"
    "app/voice=Qt?(Gui|Widget|Dialog|Paint|Print|Network|Svg|Chart)"
    "app/printing=Qt?(Multimedia|Media|Audio|Chart)"
    "widgets=Qt?Network"
)

# Words = where alone they may stand; what goes before the last "=" is a regular expression.
set(only_in
    "QDateTime::current|QDate::currentDate|QTime::currentTime|system_clock|clock_gettime=app/main.cpp app/commands app/roles widgets"
    "QSql[A-Z]=app/storage"
    "(^|[^A-Za-z0-9_])(QObject|Q_OBJECT)([^A-Za-z0-9_]|$)=app/storage app/operations app/sync app/voice app/printing app/roles app/commands app/main.cpp widgets"
    "(^|[^A-Za-z0-9_])(tr|translate)\\(=app/roles app/commands app/main.cpp app/printing widgets"
    "createUuid|QRandomGenerator=app/storage app/operations app/sync app/voice app/printing app/roles app/commands app/main.cpp widgets"
)

set(faults "")

function(report file lines why)
    foreach(line IN LISTS lines)
        string(STRIP "${line}" line)
        string(APPEND faults "\n  ${file}: ${line}\n      ${why}")
    endforeach()
    set(faults "${faults}" PARENT_SCOPE)
endfunction()

# Lines of a text, without comments, that match.
function(find_lines result text regex)
    # These would break CMake's list of lines.
    string(REGEX REPLACE "[][;\\]" " " text "${text}")
    string(REGEX MATCHALL "[^\n]+" lines "${text}")
    list(FILTER lines INCLUDE REGEX "${regex}")
    set(${result} "${lines}" PARENT_SCOPE)
endfunction()

file(GLOB_RECURSE files RELATIVE ${SOURCE_DIR}
    ${SOURCE_DIR}/app/*.h ${SOURCE_DIR}/app/*.cpp ${SOURCE_DIR}/widgets/*.h ${SOURCE_DIR}/widgets/*.cpp)
if(NOT files MATCHES "app/core/")
    message(FATAL_ERROR "There is no app/core under ${SOURCE_DIR}: nothing was checked.")
endif()

foreach(file IN LISTS files)
    string(REGEX MATCH "^(widgets|app/[^/]+)" room ${file})
    file(READ ${SOURCE_DIR}/${file} text)
    string(REGEX REPLACE "//[^\n]*" "" text "${text}")

    set(allowed "-")
    foreach(rule IN LISTS may_include)
        if(rule MATCHES "^${room}=(.*)$")
            string(REPLACE " " ";" allowed "${CMAKE_MATCH_1}")
        endif()
    endforeach()
    if(allowed STREQUAL "-")
        report("${file}" "${room}" "is no room of tests/layering.cmake")
        continue()
    endif()
    string(REGEX REPLACE "^app/" "" itself ${room})
    set(forbidden ${rooms} app tests support "\\.\\.?")
    list(REMOVE_ITEM forbidden ${itself} ${allowed})
    string(REPLACE ";" "|" forbidden "${forbidden}")
    find_lines(lines "${text}" "#[ \t]*include[ \t]*[<\"](${forbidden})/")
    report("${file}" "${lines}" "${room} may include only: ${itself} ${allowed}")

    foreach(rule IN LISTS must_not_include)
        if(rule MATCHES "^${room}=(.*)$")
            find_lines(lines "${text}" "#[ \t]*include[ \t]*[<\"](${CMAKE_MATCH_1})")
            report("${file}" "${lines}" "${room} must not know this part of Qt")
        endif()
    endforeach()

    foreach(rule IN LISTS only_in)
        string(REGEX MATCH "^(.*)=([^=]*)$" _ "${rule}")
        set(regex "${CMAKE_MATCH_1}")
        set(places "${CMAKE_MATCH_2}")
        string(REPLACE " " ";" places "${places}")
        if(NOT room IN_LIST places)
            find_lines(lines "${text}" "${regex}")
            report("${file}" "${lines}" "stands only in: ${places}")
        endif()
    endforeach()
endforeach()

if(faults)
    message(FATAL_ERROR "A room knows what it must not:${faults}\n")
endif()
