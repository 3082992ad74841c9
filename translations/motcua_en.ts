<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
<context>
    <name>motcua::ErrorTexts</name>
    <message numerus="yes">
        <source>Too many wrong tries. Wait %n second(s), then try again.</source>
        <translation>
            <numerusform>Too many wrong tries. Wait %n second, then try again.</numerusform>
            <numerusform>Too many wrong tries. Wait %n seconds, then try again.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>motcua::Texts</name>
    <message numerus="yes">
        <source>The business day %1 is closed. %n number(s) expired.</source>
        <translation>
            <numerusform>The business day %1 is closed. %n number expired.</numerusform>
            <numerusform>The business day %1 is closed. %n numbers expired.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n working day(s), the day of receipt not counted.</source>
        <translation>
            <numerusform>%n working day, the day of receipt not counted.</numerusform>
            <numerusform>%n working days, the day of receipt not counted.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s), the day of receipt not counted.</source>
        <translation>
            <numerusform>%n day, the day of receipt not counted.</numerusform>
            <numerusform>%n days, the day of receipt not counted.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n working hour(s) within opening hours.</source>
        <translation>
            <numerusform>%n working hour within opening hours.</numerusform>
            <numerusform>%n working hours within opening hours.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Your number: %1. %n person(s) before you.</source>
        <translation>
            <numerusform>Your number: %1. %n person before you.</numerusform>
            <numerusform>Your number: %1. %n people before you.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A citizen takes number %1 (%2), %n person(s) before.</source>
        <translation>
            <numerusform>A citizen takes number %1 (%2), %n person before.</numerusform>
            <numerusform>A citizen takes number %1 (%2), %n people before.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Checked: %n event(s), chained without a gap.</source>
        <translation>
            <numerusform>Checked: %n event, chained without a gap.</numerusform>
            <numerusform>Checked: %n events, chained without a gap.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Restored to %1, as of event %2. Today every group leaves out %n number(s), because they may be in people&apos;s hands.</source>
        <translation>
            <numerusform>Restored to %1, as of event %2. Today every group leaves out %n number, because it may be in somebody&apos;s hands.</numerusform>
            <numerusform>Restored to %1, as of event %2. Today every group leaves out %n numbers, because they may be in people&apos;s hands.</numerusform>
        </translation>
    </message>
</context>
</TS>
