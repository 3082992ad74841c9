<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
<context>
    <name>motcua::AsidePanel</name>
    <message numerus="yes">
        <source>%n number(s)</source>
        <translation>
            <numerusform>%n number</numerusform>
            <numerusform>%n numbers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>called %n time(s)</source>
        <translation>
            <numerusform>called %n time</numerusform>
            <numerusform>called %n times</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>motcua::CityMonthPage</name>
    <message numerus="yes">
        <source>%n day(s) with figures</source>
        <translation>
            <numerusform>%n day with figures</numerusform>
            <numerusform>%n days with figures</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>from %n branch(es)</source>
        <translation>
            <numerusform>from %n branch</numerusform>
            <numerusform>from %n branches</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>motcua::CityPage</name>
    <message numerus="yes">
        <source>%n thing(s)</source>
        <translation>
            <numerusform>%n thing</numerusform>
            <numerusform>%n things</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) of the register may not send yet</source>
        <translation>
            <numerusform>%n place of the register may not send yet</numerusform>
            <numerusform>%n places of the register may not send yet</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>motcua::CityTexts</name>
    <message numerus="yes">
        <source>%1: %n event(s) are missing</source>
        <translation>
            <numerusform>%1: %n event is missing</numerusform>
            <numerusform>%1: %n events are missing</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>motcua::ConsolePage</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>motcua::CounterActions</name>
    <message numerus="yes">
        <source>after %n call(s)</source>
        <translation>
            <numerusform>after %n call</numerusform>
            <numerusform>after %n calls</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>motcua::CounterStrip</name>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n waiting</numerusform>
            <numerusform>%n waiting</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>motcua::CounterTexts</name>
    <message numerus="yes">
        <source>%n min</source>
        <translation>
            <numerusform>%n min</numerusform>
            <numerusform>%n min</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n working day(s)</source>
        <translation>
            <numerusform>%n working day</numerusform>
            <numerusform>%n working days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n working hour(s)</source>
        <translation>
            <numerusform>%n working hour</numerusform>
            <numerusform>%n working hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>printed %n time(s)</source>
        <translation>
            <numerusform>printed once</numerusform>
            <numerusform>printed %n times</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Offline since %1. Saving here, %n to send.</source>
        <translation>
            <numerusform>Offline since %1. Saving here, %n to send.</numerusform>
            <numerusform>Offline since %1. Saving here, %n to send.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n visit(s) made without the server: please look.</source>
        <translation>
            <numerusform>%n visit made without the server: please look.</numerusform>
            <numerusform>%n visits made without the server: please look.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Online again, %n to send.</source>
        <translation>
            <numerusform>Online again, %n to send.</numerusform>
            <numerusform>Online again, %n to send.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n visit(s) stay on this PC.</source>
        <translation>
            <numerusform>%n visit stays on this PC.</numerusform>
            <numerusform>%n visits stay on this PC.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>motcua::ErrorTexts</name>
    <message numerus="yes">
        <source>Too many wrong tries. Wait %n second(s), then try again.</source>
        <translation>
            <numerusform>Too many wrong tries. Wait %n second, then try again.</numerusform>
            <numerusform>Too many wrong tries. Wait %n seconds, then try again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The counter is still in use at another PC. Try again in %n second(s).</source>
        <translation>
            <numerusform>The counter is still in use at another PC. Try again in %n second.</numerusform>
            <numerusform>The counter is still in use at another PC. Try again in %n seconds.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>motcua::FaultSummary</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>motcua::HeatCalendar</name>
    <message numerus="yes">
        <source>%1 %2: %n number(s)</source>
        <translation>
            <numerusform>%1 %2: %n number</numerusform>
            <numerusform>%1 %2: %n numbers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>motcua::IntakeForm</name>
    <message numerus="yes">
        <source>%n open dossier(s)</source>
        <translation>
            <numerusform>%n open dossier</numerusform>
            <numerusform>%n open dossiers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Cannot finish: %n item(s) left</source>
        <translation>
            <numerusform>Cannot finish: %n item left</numerusform>
            <numerusform>Cannot finish: %n items left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Cannot correct: %n item(s) left</source>
        <translation>
            <numerusform>Cannot correct: %n item left</numerusform>
            <numerusform>Cannot correct: %n items left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>motcua::IntakeTexts</name>
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
        <source>%n original(s)</source>
        <translation>
            <numerusform>%n original</numerusform>
            <numerusform>%n originals</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n certified</source>
        <translation>
            <numerusform>%n certified</numerusform>
            <numerusform>%n certified</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n copies</source>
        <translation>
            <numerusform>%n copy</numerusform>
            <numerusform>%n copies</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>motcua::KeptLayer</name>
    <message numerus="yes">
        <source>%n visit(s) to send</source>
        <translation>
            <numerusform>%n visit to send</numerusform>
            <numerusform>%n visits to send</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>motcua::Kiosk</name>
    <message numerus="yes">
        <source>%n people</source>
        <translation>
            <numerusform>%n person</numerusform>
            <numerusform>%n people</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>motcua::ManagerTexts</name>
    <message numerus="yes">
        <source>%1: %n people over %2 min</source>
        <translation>
            <numerusform>%1: %n person over %2 min</numerusform>
            <numerusform>%1: %n people over %2 min</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 waiting, %n counters</source>
        <translation>
            <numerusform>%1 waiting, %n counter</numerusform>
            <numerusform>%1 waiting, %n counters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Not signed in: %n people</source>
        <translation>
            <numerusform>Not signed in: %n person</numerusform>
            <numerusform>Not signed in: %n people</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>motcua::MonthPage</name>
    <message numerus="yes">
        <source>%n working day(s)</source>
        <translation>
            <numerusform>%n working day</numerusform>
            <numerusform>%n working days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rating(s)</source>
        <translation>
            <numerusform>%n rating</numerusform>
            <numerusform>%n ratings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more still to be counted</source>
        <translation>
            <numerusform>%n more still to be counted</numerusform>
            <numerusform>%n more still to be counted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n branches</source>
        <translation>
            <numerusform>%n branch</numerusform>
            <numerusform>%n branches</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>motcua::QueuePanel</name>
    <message numerus="yes">
        <source>%n %1 counter(s) open</source>
        <translation>
            <numerusform>%n %1 counter open</numerusform>
            <numerusform>%n %1 counters open</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n counter(s) open for your groups</source>
        <translation>
            <numerusform>%n counter open for your groups</numerusform>
            <numerusform>%n counters open for your groups</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>last of %n expected at %1</source>
        <translation>
            <numerusform>last of %n expected at %1</numerusform>
            <numerusform>last of %n expected at %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>motcua::RecordLayer</name>
    <message numerus="yes">
        <source>%n earlier</source>
        <translation>
            <numerusform>%n earlier</numerusform>
            <numerusform>%n earlier</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>form %1, printed %n time(s)</source>
        <translation>
            <numerusform>form %1, printed %n time</numerusform>
            <numerusform>form %1, printed %n times</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>motcua::ReportTexts</name>
    <message numerus="yes">
        <source>%n number(s) given by kiosks without the branch were told too late to be called.</source>
        <translation>
            <numerusform>%n number given by a kiosk without the branch was told too late to be called.</numerusform>
            <numerusform>%n numbers given by kiosks without the branch were told too late to be called.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 was opened again after it was closed, %n time(s).</source>
        <translation>
            <numerusform>%1 was opened again after it was closed, %n time.</numerusform>
            <numerusform>%1 was opened again after it was closed, %n times.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %n record(s) of that day were corrected.</source>
        <translation>
            <numerusform>%1: %n record of that day was corrected.</numerusform>
            <numerusform>%1: %n records of that day were corrected.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>motcua::ServingPage</name>
    <message numerus="yes">
        <source>Called %n×</source>
        <translation>
            <numerusform>Called %n×</numerusform>
            <numerusform>Called %n×</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n waiting</numerusform>
            <numerusform>%n waiting</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n number(s)</source>
        <translation>
            <numerusform>%n number</numerusform>
            <numerusform>%n numbers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>motcua::SettingsLayer</name>
    <message numerus="yes">
        <source>%n min</source>
        <translation>
            <numerusform>%n min</numerusform>
            <numerusform>%n min</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>motcua::SyncPage</name>
    <message numerus="yes">
        <source>%n event(s) are still to go</source>
        <translation>
            <numerusform>%n event is still to go</numerusform>
            <numerusform>%n events are still to go</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>from %1 on, after %n attempt(s) that failed</source>
        <translation>
            <numerusform>from %1 on, after %n attempt that failed</numerusform>
            <numerusform>from %1 on, after %n attempts that failed</numerusform>
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
    <message numerus="yes">
        <source>%n clip(s) written to %1.</source>
        <translation>
            <numerusform>%n clip written to %1.</numerusform>
            <numerusform>%n clips written to %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>phones and ID numbers of %n booking(s)</source>
        <translation>
            <numerusform>phones and ID numbers of %n booking</numerusform>
            <numerusform>phones and ID numbers of %n bookings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n visit(s) without a dossier</source>
        <translation>
            <numerusform>%n visit without a dossier</numerusform>
            <numerusform>%n visits without a dossier</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) of whom nothing is kept any more</source>
        <translation>
            <numerusform>%n person of whom nothing is kept any more</numerusform>
            <numerusform>%n people of whom nothing is kept any more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>personal data of %n dossier(s) that ended or were left waiting for papers</source>
        <translation>
            <numerusform>personal data of %n dossier that ended or was left waiting for papers</numerusform>
            <numerusform>personal data of %n dossiers that ended or were left waiting for papers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Code for %1: %2
Carry %3 to that PC, then type there: motcua join %4
The code works once and for %n hour(s).</source>
        <translation>
            <numerusform>Code for %1: %2
Carry %3 to that PC, then type there: motcua join %4
The code works once and for %n hour.</numerusform>
            <numerusform>Code for %1: %2
Carry %3 to that PC, then type there: motcua join %4
The code works once and for %n hours.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) written to %1</source>
        <translation>
            <numerusform>%n place written to %1</numerusform>
            <numerusform>%n places written to %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The register holds %n place(s) now.</source>
        <translation>
            <numerusform>The register holds %n place now.</numerusform>
            <numerusform>The register holds %n places now.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) that were set aside</source>
        <translation>
            <numerusform>%n row that was set aside</numerusform>
            <numerusform>%n rows that were set aside</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n comment(s) of citizens</source>
        <translation>
            <numerusform>%n comment of a citizen</numerusform>
            <numerusform>%n comments of citizens</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n nobody has dealt with</source>
        <translation>
            <numerusform>%n nobody has dealt with</numerusform>
            <numerusform>%n nobody has dealt with</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>motcua::TodayPage</name>
    <message numerus="yes">
        <source>%n rating(s)</source>
        <translation>
            <numerusform>%n rating</numerusform>
            <numerusform>%n ratings</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>motcua::TransferLayer</name>
    <message numerus="yes">
        <source>%n in line</source>
        <translation>
            <numerusform>%n in line</numerusform>
            <numerusform>%n in line</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>motcua::YearsCalendar</name>
    <message numerus="yes">
        <source>%1 %2: %n number(s)</source>
        <translation>
            <numerusform>%1 %2: %n number</numerusform>
            <numerusform>%1 %2: %n numbers</numerusform>
        </translation>
    </message>
</context>
</TS>
