# SPDX-FileCopyrightText: 2026 Một Cửa developers
# SPDX-License-Identifier: GPL-3.0-or-later

# cmake -D SCRATCH=… -P layeringtest.cmake: layering.cmake reports each fault planted in one tree, and
# nothing in another where all is as it should be.

cmake_minimum_required(VERSION 3.25)

file(REMOVE_RECURSE ${SCRATCH})
set(planted "")
set(number 0)

# Plants a line; "*" in the file's name becomes a number, so that no two lines share a file.
function(check outcome file line)
    math(EXPR number "${number} + 1")
    set(number ${number} PARENT_SCOPE)
    string(REPLACE "*" "${number}" file "${file}")
    file(APPEND ${SCRATCH}/${outcome}/${file} "${line}\n")
    if(outcome STREQUAL "refused")
        string(REGEX REPLACE "[][;\\]" " " line "${line}") # as layering.cmake shows it
        string(STRIP "${line}" line)
        list(APPEND planted "${file}: ${line}")
        set(planted "${planted}" PARENT_SCOPE)
    endif()
endfunction()

function(run tree)
    execute_process(
        COMMAND ${CMAKE_COMMAND} -D SOURCE_DIR=${SCRATCH}/${tree}
            -P ${CMAKE_CURRENT_LIST_DIR}/layering.cmake
        RESULT_VARIABLE code
        ERROR_VARIABLE told
        OUTPUT_QUIET
    )
    set(code ${code} PARENT_SCOPE)
    set(told "${told}" PARENT_SCOPE)
endfunction()

check(accepted app/core/*.h "// no tr( and no QSqlQuery here")

# Includes: every arrow, and nothing against it.
check(accepted app/core/*.cpp "#include \"core/ticket.h\"")
check(refused app/core/*.cpp "#include \"storage/database.h\"")
check(refused app/core/*.cpp "#include \"../storage/database.h\"")
check(accepted app/storage/*.cpp "#include \"core/ticket.h\"")
check(refused app/storage/*.h "#include \"operations/callnext.h\"")
foreach(room operations sync voice printing)
    check(accepted app/${room}/*.cpp "#include \"storage/database.h\"")
    foreach(other operations sync voice printing roles commands widgets kiosk)
        if(NOT other STREQUAL room)
            check(refused app/${room}/*.cpp "#include \"${other}/a.h\"")
        endif()
    endforeach()
endforeach()
check(accepted widgets/kiosk/*.cpp "#include \"shared/touchbutton.h\"")
check(accepted widgets/kiosk/*.cpp "#include \"core/ticket.h\"")
foreach(other storage operations sync voice printing roles commands)
    check(refused widgets/kiosk/*.cpp "#include \"${other}/a.h\"")
endforeach()
foreach(room roles commands)
    foreach(other core storage operations sync voice printing widgets kiosk)
        check(accepted app/${room}/*.cpp "#include \"${other}/a.h\"")
    endforeach()
endforeach()
check(refused app/roles/*.cpp "#include \"commands/demo.h\"")
check(accepted app/commands/*.cpp "#include \"roles/kioskrole.h\"")
check(accepted app/main.cpp "#include \"roles/kioskrole.h\"")
check(accepted app/main.cpp "#include \"commands/demo.h\"")
check(refused app/main.cpp "#include \"support/testdatabase.h\"")
check(refused app/helpers/*.cpp "app/helpers") # reported by the name of the room

# Parts of Qt.
check(refused app/core/*.h "#include <QObject>")
check(refused app/core/*.h "#include <QFile>")
check(refused app/core/*.h "#include <QtSql/QSqlQuery>")
check(refused app/storage/*.h "#include <QWidget>")
check(refused app/operations/*.h "#include <QtGui/QPainter>")
check(refused app/sync/*.h "#include <QDialog>")
check(refused app/voice/*.h "#include <QPainter>")
check(refused app/printing/*.h "#include <QAudioSink>")
check(refused widgets/kiosk/*.h "#include <QNetworkAccessManager>")

# Words.
foreach(room core storage operations sync voice printing)
    check(refused app/${room}/*.cpp "auto now = QDateTime::currentDateTimeUtc();")
    check(refused app/${room}/*.cpp "auto now = std::chrono::system_clock::now();")
endforeach()
foreach(file app/main.cpp app/commands/*.cpp app/roles/*.cpp widgets/kiosk/*.cpp)
    check(accepted ${file} "auto now = QDateTime::currentDateTimeUtc();")
    check(refused ${file} "QSqlQuery query;")
endforeach()
foreach(room core operations sync)
    check(refused app/${room}/*.cpp "QSqlQuery query(text[0]);")
    check(refused app/${room}/*.cpp "return tr(\"Ticket\");")
endforeach()
check(accepted app/storage/*.cpp "QSqlQuery query;")
check(refused app/core/*.h "class Queue : public QObject")
check(accepted app/core/*.h "const QMetaObject *object;")
check(accepted app/core/*.h "int str(int value);")
check(refused app/core/*.cpp "auto id = QUuid::createUuid();")

run(accepted)
if(NOT code EQUAL 0)
    message(SEND_ERROR "What is allowed is refused:\n${told}")
endif()

run(refused)
if(code EQUAL 0)
    message(SEND_ERROR "Nothing is refused.")
endif()
foreach(fault IN LISTS planted)
    string(FIND "${told}" "${fault}" place)
    if(place EQUAL -1)
        message(SEND_ERROR "Not reported: ${fault}")
    endif()
endforeach()

run(missing)
if(code EQUAL 0)
    message(SEND_ERROR "A tree without sources is accepted.")
endif()
