// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtGlobal>

/// Every text of the kiosk, to be shown in either language or both; see kioskText().
namespace motcua::kiosktext {

// clang-format off
inline constexpr const char *Question = QT_TRANSLATE_NOOP("motcua::Kiosk", "What do you need today?");
inline constexpr const char *TouchABox = QT_TRANSLATE_NOOP("motcua::Kiosk", "Touch a box to get a number");
inline constexpr const char *HaveAppointment = QT_TRANSLATE_NOOP("motcua::Kiosk", "I have an appointment");
inline constexpr const char *PlaceCard = QT_TRANSLATE_NOOP("motcua::Kiosk", "Have an ID card? Place it on the reader below");
inline constexpr const char *PlaceCardShort = QT_TRANSLATE_NOOP("motcua::Kiosk", "Place ID card on reader");
inline constexpr const char *CardRead = QT_TRANSLATE_NOOP("motcua::Kiosk", "ID card read. Please take it back. Used for this number only.");
inline constexpr const char *TakeCard = QT_TRANSLATE_NOOP("motcua::Kiosk", "Please remember your ID card");
inline constexpr const char *CardUnreadable = QT_TRANSLATE_NOOP("motcua::Kiosk", "Card not read. You can go on without it.");
inline constexpr const char *NoNumberYet = QT_TRANSLATE_NOOP("motcua::Kiosk", "No number yet. Try again or call staff.");
inline constexpr const char *NoServer = QT_TRANSLATE_NOOP("motcua::Kiosk", "No connection to the branch. Please ask at the help desk.");
inline constexpr const char *ClosedNoServer = QT_TRANSLATE_NOOP("motcua::Kiosk", "Offline: no numbers here now. Please ask at the help desk.");
inline constexpr const char *BookingNeedsServer = QT_TRANSLATE_NOOP("motcua::Kiosk", "Offline: only the code of a booking for today is known. Get a regular number and tell staff?");
inline constexpr const char *Offline = QT_TRANSLATE_NOOP("motcua::Kiosk", "Offline. You can still get a number.");
inline constexpr const char *CannotPrint = QT_TRANSLATE_NOOP("motcua::Kiosk", "This machine cannot print; your number is shown on screen");
inline constexpr const char *HelpComes = QT_TRANSLATE_NOOP("motcua::Kiosk", "Staff have been called. Please wait here.");
inline constexpr const char *LastTicketNotPrinted = QT_TRANSLATE_NOOP("motcua::Kiosk", "The last ticket may not have been printed: %1");
inline constexpr const char *PrintAgain = QT_TRANSLATE_NOOP("motcua::Kiosk", "Print again");
inline constexpr const char *NotNeeded = QT_TRANSLATE_NOOP("motcua::Kiosk", "Not needed");
inline constexpr const char *GetNumber = QT_TRANSLATE_NOOP("motcua::Kiosk", "Get a number");
inline constexpr const char *NotTaking = QT_TRANSLATE_NOOP("motcua::Kiosk", "Not taking numbers");
inline constexpr const char *FullToday = QT_TRANSLATE_NOOP("motcua::Kiosk", "Full for today"); // a group whose numbers are all given
inline constexpr const char *Back = QT_TRANSLATE_NOOP("motcua::Kiosk", "Back");
inline constexpr const char *Step = QT_TRANSLATE_NOOP("motcua::Kiosk", "Step %1 / %2");
inline constexpr const char *ChooseIn = QT_TRANSLATE_NOOP("motcua::Kiosk", "%1: choose a procedure");
inline constexpr const char *Choose = QT_TRANSLATE_NOOP("motcua::Kiosk", "Choose a procedure");
inline constexpr const char *Procedure = QT_TRANSLATE_NOOP("motcua::Kiosk", "Procedure");
inline constexpr const char *ResultIn = QT_TRANSLATE_NOOP("motcua::Kiosk", "Result in");
inline constexpr const char *SameDay = QT_TRANSLATE_NOOP("motcua::Kiosk", "Same day");
inline constexpr const char *Days = QT_TRANSLATE_NOOP("motcua::Kiosk", "%1 days");
inline constexpr const char *OneDay = QT_TRANSLATE_NOOP("motcua::Kiosk", "1 day");
inline constexpr const char *Hours = QT_TRANSLATE_NOOP("motcua::Kiosk", "%1 hours");
inline constexpr const char *DayRange = QT_TRANSLATE_NOOP("motcua::Kiosk", "%1–%2 days");
inline constexpr const char *NotSure = QT_TRANSLATE_NOOP("motcua::Kiosk", "Not sure — give me a number, staff will help");
inline constexpr const char *NextPage = QT_TRANSLATE_NOOP("motcua::Kiosk", "Next page");
inline constexpr const char *PreviousPage = QT_TRANSLATE_NOOP("motcua::Kiosk", "Previous page");
inline constexpr const char *PageOf = QT_TRANSLATE_NOOP("motcua::Kiosk", "Page %1 / %2");
inline constexpr const char *Find = QT_TRANSLATE_NOOP("motcua::Kiosk", "Find a procedure");
inline constexpr const char *FindShort = QT_TRANSLATE_NOOP("motcua::Kiosk", "Find");
inline constexpr const char *TypeWords = QT_TRANSLATE_NOOP("motcua::Kiosk", "Type a few words, with or without accents");
inline constexpr const char *NothingFound = QT_TRANSLATE_NOOP("motcua::Kiosk", "Nothing found. Try other words or ask us.");
inline constexpr const char *NotHere = QT_TRANSLATE_NOOP("motcua::Kiosk", "Not handled here: %1");
inline constexpr const char *Space = QT_TRANSLATE_NOOP("motcua::Kiosk", "Space");
inline constexpr const char *Erase = QT_TRANSLATE_NOOP("motcua::Kiosk", "Erase");
inline constexpr const char *EraseAll = QT_TRANSLATE_NOOP("motcua::Kiosk", "Clear");
inline constexpr const char *PriorityQuestion = QT_TRANSLATE_NOOP("motcua::Kiosk", "Are you entitled to priority service?");
inline constexpr const char *OnlyStaffSee = QT_TRANSLATE_NOOP("motcua::Kiosk", "Only counter staff see this.");
inline constexpr const char *NeverInHall = QT_TRANSLATE_NOOP("motcua::Kiosk", "It is never shown in the hall.");
inline constexpr const char *RegularNumber = QT_TRANSLATE_NOOP("motcua::Kiosk", "No, get a regular number");
inline constexpr const char *GettingNumber = QT_TRANSLATE_NOOP("motcua::Kiosk", "Getting a number…");
inline constexpr const char *YourNumber = QT_TRANSLATE_NOOP("motcua::Kiosk", "Your number");
inline constexpr const char *Ahead = QT_TRANSLATE_NOOP("motcua::Kiosk", "Ahead");
inline constexpr const char *People = QT_TRANSLATE_N_NOOP("motcua::Kiosk", "%n people");
inline constexpr const char *Wait = QT_TRANSLATE_NOOP("motcua::Kiosk", "Wait");
inline constexpr const char *CalledBetween = QT_TRANSLATE_NOOP("motcua::Kiosk", "called from %1 to %2");
inline constexpr const char *CalledFrom = QT_TRANSLATE_NOOP("motcua::Kiosk", "called from %1");
inline constexpr const char *Counter = QT_TRANSLATE_NOOP("motcua::Kiosk", "Counter");
inline constexpr const char *FollowOnPhone = QT_TRANSLATE_NOOP("motcua::Kiosk", "Follow on your phone");
inline constexpr const char *ScanAndWait = QT_TRANSLATE_NOOP("motcua::Kiosk", "Scan this and wait anywhere. Your phone tells you when 3 people are left.");
inline constexpr const char *ShowCode = QT_TRANSLATE_NOOP("motcua::Kiosk", "Any question? Show this code at the help desk.");
inline constexpr const char *WriteDown = QT_TRANSLATE_NOOP("motcua::Kiosk", "Write down the number and its code");
inline constexpr const char *ScanToFollow = QT_TRANSLATE_NOOP("motcua::Kiosk", "Scan to follow your turn on your phone.");
inline constexpr const char *Printing = QT_TRANSLATE_NOOP("motcua::Kiosk", "Printing…");
inline constexpr const char *TakeBelow = QT_TRANSLATE_NOOP("motcua::Kiosk", "take your ticket below");
inline constexpr const char *Printed = QT_TRANSLATE_NOOP("motcua::Kiosk", "Printed, please take it");
inline constexpr const char *Done = QT_TRANSLATE_NOOP("motcua::Kiosk", "Done");
inline constexpr const char *ClosesIn = QT_TRANSLATE_NOOP("motcua::Kiosk", "Closes in %1 s");
inline constexpr const char *PaperOut = QT_TRANSLATE_NOOP("motcua::Kiosk", "The printer is out of paper. Your number is still valid.");
inline constexpr const char *PrinterOpen = QT_TRANSLATE_NOOP("motcua::Kiosk", "The printer is open. Your number is still valid.");
inline constexpr const char *PrinterJam = QT_TRANSLATE_NOOP("motcua::Kiosk", "The printer has a fault. Your number is still valid.");
inline constexpr const char *PrinterSilent = QT_TRANSLATE_NOOP("motcua::Kiosk", "The printer does not answer. Your number is still valid.");
inline constexpr const char *NoPrinter = QT_TRANSLATE_NOOP("motcua::Kiosk", "This machine has no printer. Your number is valid.");
inline constexpr const char *KeepIt = QT_TRANSLATE_NOOP("motcua::Kiosk", "Keep your number in one of three ways");
inline constexpr const char *TakePhoto = QT_TRANSLATE_NOOP("motcua::Kiosk", "Take a photo of this screen");
inline constexpr const char *ScanCode = QT_TRANSLATE_NOOP("motcua::Kiosk", "Scan the code with your phone");
inline constexpr const char *AskStaff = QT_TRANSLATE_NOOP("motcua::Kiosk", "Ask staff to write it down");
inline constexpr const char *TrackingCode = QT_TRANSLATE_NOOP("motcua::Kiosk", "Tracking code");
inline constexpr const char *HaveIt = QT_TRANSLATE_NOOP("motcua::Kiosk", "I have it");
inline constexpr const char *NoMoreToday = QT_TRANSLATE_NOOP("motcua::Kiosk", "No more tickets today");
inline constexpr const char *ClosedToday = QT_TRANSLATE_NOOP("motcua::Kiosk", "We are closed today");
inline constexpr const char *NotOpenYet = QT_TRANSLATE_NOOP("motcua::Kiosk", "We are not open yet");
inline constexpr const char *LunchUntil = QT_TRANSLATE_NOOP("motcua::Kiosk", "Lunch break, tickets again at %1");
inline constexpr const char *AllTaken = QT_TRANSLATE_NOOP("motcua::Kiosk", "Today's numbers are all taken");
inline constexpr const char *DayNotOpen = QT_TRANSLATE_NOOP("motcua::Kiosk", "Numbers are not given yet. Please ask staff.");
inline constexpr const char *OpenAgain = QT_TRANSLATE_NOOP("motcua::Kiosk", "We open again");
inline constexpr const char *Morning = QT_TRANSLATE_NOOP("motcua::Kiosk", "%1 am");
inline constexpr const char *Afternoon = QT_TRANSLATE_NOOP("motcua::Kiosk", "%1 pm");
inline constexpr const char *Today = QT_TRANSLATE_NOOP("motcua::Kiosk", "%1 today");
inline constexpr const char *Tomorrow = QT_TRANSLATE_NOOP("motcua::Kiosk", "%1 tomorrow, %2");
inline constexpr const char *OnDay = QT_TRANSLATE_NOOP("motcua::Kiosk", "%1, %2");
inline constexpr const char *StillCalled = QT_TRANSLATE_NOOP("motcua::Kiosk", "Already have a number? We will still call you.");
inline constexpr const char *HelpDesk = QT_TRANSLATE_NOOP("motcua::Kiosk", "Need help? Ask at the help desk.");
inline constexpr const char *SundayHolidays = QT_TRANSLATE_NOOP("motcua::Kiosk", "Sunday, public holidays");
inline constexpr const char *Closed = QT_TRANSLATE_NOOP("motcua::Kiosk", "Closed");
inline constexpr const char *Online = QT_TRANSLATE_NOOP("motcua::Kiosk", "Apply online 24/7");
inline constexpr const char *ScanPortal = QT_TRANSLATE_NOOP("motcua::Kiosk", "Apply online any time: scan the code.");
inline constexpr const char *LargerText = QT_TRANSLATE_NOOP("motcua::Kiosk", "Larger text");
inline constexpr const char *Contrast = QT_TRANSLATE_NOOP("motcua::Kiosk", "High contrast");
inline constexpr const char *LowerButtons = QT_TRANSLATE_NOOP("motcua::Kiosk", "Lower buttons");
inline constexpr const char *LowerButtonsShort = QT_TRANSLATE_NOOP("motcua::Kiosk", "Buttons lower");
inline constexpr const char *ReadAloud = QT_TRANSLATE_NOOP("motcua::Kiosk", "Read aloud");
inline constexpr const char *CallStaff = QT_TRANSLATE_NOOP("motcua::Kiosk", "Call staff");
inline constexpr const char *On = QT_TRANSLATE_NOOP("motcua::Kiosk", "on");
inline constexpr const char *StillThere = QT_TRANSLATE_NOOP("motcua::Kiosk", "Are you still there?");
inline constexpr const char *HomeIn = QT_TRANSLATE_NOOP("motcua::Kiosk", "Home in %1 s.");
inline constexpr const char *Seconds = QT_TRANSLATE_NOOP("motcua::Kiosk", "%1 s");
inline constexpr const char *IAmHere = QT_TRANSLATE_NOOP("motcua::Kiosk", "I am here");
inline constexpr const char *Finish = QT_TRANSLATE_NOOP("motcua::Kiosk", "Finish");
inline constexpr const char *NowCalling = QT_TRANSLATE_NOOP("motcua::Kiosk", "Now calling");
inline constexpr const char *AllLow = QT_TRANSLATE_NOOP("motcua::Kiosk", "All buttons are in the lower half of the screen");
inline constexpr const char *EnterCode = QT_TRANSLATE_NOOP("motcua::Kiosk", "Type the code of your appointment");
inline constexpr const char *OrScan = QT_TRANSLATE_NOOP("motcua::Kiosk", "or hold its QR code before the reader");
inline constexpr const char *CheckIn = QT_TRANSLATE_NOOP("motcua::Kiosk", "Get my number");
inline constexpr const char *NoSuchAppointment = QT_TRANSLATE_NOOP("motcua::Kiosk", "No such appointment. Get a regular number?");
inline constexpr const char *AppointmentUsed = QT_TRANSLATE_NOOP("motcua::Kiosk", "This appointment has a number already: %1");
inline constexpr const char *OtherDay = QT_TRANSLATE_NOOP("motcua::Kiosk", "This appointment is for %1. Get a regular number?");
inline constexpr const char *Regular = QT_TRANSLATE_NOOP("motcua::Kiosk", "Get a regular number");
inline constexpr const char *Staff = QT_TRANSLATE_NOOP("motcua::Kiosk", "Staff only");
inline constexpr const char *EnterPin = QT_TRANSLATE_NOOP("motcua::Kiosk", "Enter your PIN to leave this screen");
inline constexpr const char *WrongPin = QT_TRANSLATE_NOOP("motcua::Kiosk", "Wrong PIN");
inline constexpr const char *PinWait = QT_TRANSLATE_NOOP("motcua::Kiosk", "Too many tries. Wait %1 s.");
inline constexpr const char *Leave = QT_TRANSLATE_NOOP("motcua::Kiosk", "Leave");
// clang-format on

} // namespace motcua::kiosktext
