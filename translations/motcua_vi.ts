<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi_VN">
<context>
    <name>motcua::ErrorTexts</name>
    <message>
        <source>Nothing was read. Scan the card again.</source>
        <translation>Chưa đọc được gì. Hãy quét lại thẻ.</translation>
    </message>
    <message>
        <source>This code is too long for an ID card. Scan the code on the card itself.</source>
        <translation>Mã này quá dài so với căn cước. Hãy quét mã trên chính thẻ.</translation>
    </message>
    <message>
        <source>Only part of the code was read. Scan the card again, slowly.</source>
        <translation>Chỉ đọc được một phần mã. Hãy quét lại thẻ thật chậm.</translation>
    </message>
    <message>
        <source>This is a health insurance card. Ask for the ID card (căn cước).</source>
        <translation>Đây là thẻ bảo hiểm y tế. Hãy mời công dân đưa căn cước.</translation>
    </message>
    <message>
        <source>This code is a web link, not an ID card. Scan the code on the card itself.</source>
        <translation>Mã này là liên kết mạng, không phải căn cước. Hãy quét mã trên chính thẻ.</translation>
    </message>
    <message>
        <source>This code is not an ID card. Scan the card again or type the number.</source>
        <translation>Mã này không phải căn cước. Hãy quét lại thẻ hoặc gõ số.</translation>
    </message>
    <message>
        <source>There is no group &quot;%1&quot; at this branch. Check the letter.</source>
        <translation>Chi nhánh không có nhóm &quot;%1&quot;. Hãy xem lại chữ cái.</translation>
    </message>
    <message>
        <source>There is no procedure &quot;%1&quot; in the catalogue. Check the code.</source>
        <translation>Danh mục không có thủ tục &quot;%1&quot;. Hãy xem lại mã.</translation>
    </message>
    <message>
        <source>There is no counter %1 at this branch. Check the number.</source>
        <translation>Chi nhánh không có quầy %1. Hãy xem lại số quầy.</translation>
    </message>
    <message>
        <source>There is no member of staff with the code &quot;%1&quot;. See: motcua staff list</source>
        <translation>Không có cán bộ mã &quot;%1&quot;. Xem: motcua staff list</translation>
    </message>
    <message>
        <source>There is no priority class &quot;%1&quot;. The branch file names them.</source>
        <translation>Không có diện ưu tiên &quot;%1&quot;. Hãy xem các diện trong tệp chi nhánh.</translation>
    </message>
    <message>
        <source>There is no number %1 today. See: motcua ticket list</source>
        <translation>Hôm nay không có số %1. Xem: motcua ticket list</translation>
    </message>
    <message>
        <source>The log holds no such office or day: %1. Check its first and fifth column.</source>
        <translation>Nhật ký không có cơ quan hoặc ngày này: %1. Hãy xem cột thứ nhất và thứ năm.</translation>
    </message>
    <message>
        <source>This value cannot be accepted: %1. Nothing was changed; correct it.</source>
        <translation>Không nhận giá trị này: %1. Chưa thay đổi gì; hãy sửa lại.</translation>
    </message>
    <message>
        <source>Nobody is waiting for counter %1. Try again when a number was issued.</source>
        <translation>Không còn ai chờ quầy %1. Hãy gọi khi có số mới.</translation>
    </message>
    <message>
        <source>Nobody is at counter %1. Call the next number first.</source>
        <translation>Quầy %1 chưa có số đang phục vụ. Hãy gọi số kế tiếp trước.</translation>
    </message>
    <message>
        <source>Counter %1 has nothing that can still be undone. Go on from here.</source>
        <translation>Quầy %1 không còn việc nào hoàn tác được. Hãy làm tiếp từ đây.</translation>
    </message>
    <message>
        <source>No business day is open. Open it with: motcua day open</source>
        <translation>Chưa mở ngày làm việc. Hãy mở bằng: motcua day open</translation>
    </message>
    <message>
        <source>The business day %1 is still open. Close it first: motcua day close</source>
        <translation>Ngày làm việc %1 còn mở. Hãy đóng trước: motcua day close</translation>
    </message>
    <message>
        <source>The business day %1 was closed, and another came after it. Open a later day.</source>
        <translation>Ngày làm việc %1 đã đóng và đã có ngày sau. Hãy mở ngày muộn hơn.</translation>
    </message>
    <message>
        <source>By this PC&apos;s clock it is earlier than the last business day, %1. Check the clock, or name the day: motcua day open --date YYYY-MM-DD</source>
        <translation>Đồng hồ máy này sớm hơn ngày làm việc cuối, %1. Hãy xem lại đồng hồ, hoặc nêu rõ ngày: motcua day open --date YYYY-MM-DD</translation>
    </message>
    <message>
        <source>Finish number %1 first.</source>
        <translation>Hãy hoàn tất số %1 trước.</translation>
    </message>
    <message>
        <source>Somebody is still being served at counter %1. Finish there first.</source>
        <translation>Quầy %1 còn đang phục vụ. Hãy hoàn tất ở đó trước.</translation>
    </message>
    <message>
        <source>Somebody else is signed in at counter %1. Choose another counter, or have that person sign out.</source>
        <translation>Quầy %1 đã có cán bộ khác. Hãy chọn quầy khác hoặc nhờ người đó rời quầy.</translation>
    </message>
    <message>
        <source>You are still signed in at counter %1. Sign out there first.</source>
        <translation>Bạn còn đang ngồi quầy %1. Hãy rời quầy đó trước.</translation>
    </message>
    <message>
        <source>Nobody is signed in at counter %1. Sign in first.</source>
        <translation>Chưa có cán bộ vào quầy %1. Hãy vào quầy trước.</translation>
    </message>
    <message>
        <source>That cannot be done with number %1 now. See where it stands: motcua ticket show %1</source>
        <translation>Lúc này không làm được việc đó với số %1. Hãy xem số đang ở đâu: motcua ticket show %1</translation>
    </message>
    <message>
        <source>Group %1 has given all its numbers for today. Nothing was issued; send the citizen to the help desk.</source>
        <translation>Nhóm %1 đã phát đủ số hôm nay. Chưa cấp số; hãy mời công dân đến bàn hướng dẫn.</translation>
    </message>
    <message>
        <source>This command id was used for another command: %1. Send it with a new id.</source>
        <translation>Mã lệnh này đã dùng cho lệnh khác: %1. Hãy gửi lại với mã mới.</translation>
    </message>
    <message>
        <source>The PIN is wrong. Try again; after several wrong tries it is locked.</source>
        <translation>Mã PIN không đúng. Hãy nhập lại; sai nhiều lần sẽ bị khóa.</translation>
    </message>
    <message>
        <source>%1 has no PIN yet. Set one: motcua staff set-pin %1</source>
        <translation>%1 chưa có mã PIN. Hãy đặt: motcua staff set-pin %1</translation>
    </message>
    <message numerus="yes">
        <source>Too many wrong tries. Wait %n second(s), then try again.</source>
        <translation>
            <numerusform>Nhập sai mã PIN quá nhiều lần. Hãy chờ %n giây rồi thử lại.</numerusform>
        </translation>
    </message>
    <message>
        <source>Too many wrong tries: the PIN of %1 is locked. Set a new one: motcua staff set-pin %1</source>
        <translation>Nhập sai quá nhiều lần: mã PIN của %1 đã bị khóa. Hãy đặt mã mới: motcua staff set-pin %1</translation>
    </message>
    <message>
        <source>The old PIN stays. Choose 6 to 12 digits, not all the same, not counting up or down and without a repeated pattern.</source>
        <translation>Mã PIN cũ vẫn dùng. Hãy chọn 6 đến 12 chữ số, không trùng nhau cả, không tăng hay giảm dần, không lặp lại.</translation>
    </message>
    <message>
        <source>The branch file has faults. Nothing was changed; correct them and try again:%1</source>
        <translation>Tệp chi nhánh có lỗi. Chưa thay đổi gì; hãy sửa rồi thử lại:%1</translation>
    </message>
    <message>
        <source>The queue log cannot be read at line %1. Correct the line and try again.</source>
        <translation>Không đọc được nhật ký hàng chờ ở dòng %1. Hãy sửa dòng đó rồi thử lại.</translation>
    </message>
    <message>
        <source>The holidays of %1 are not confirmed yet, so no date can be promised there. Set the date by hand.</source>
        <translation>Lịch nghỉ năm %1 chưa được xác nhận nên chưa thể hẹn ngày. Hãy tự đặt ngày hẹn.</translation>
    </message>
    <message>
        <source>The time limit of %1 is not known. Set the date by hand.</source>
        <translation>Chưa rõ thời hạn của thủ tục %1. Hãy tự đặt ngày hẹn.</translation>
    </message>
    <message>
        <source>The command is incomplete or has a wrong value: %1. See: motcua help</source>
        <translation>Lệnh chưa đủ hoặc có giá trị sai: %1. Xem: motcua help</translation>
    </message>
    <message>
        <source>The database is busy. Nothing was changed; try again in a moment.</source>
        <translation>Cơ sở dữ liệu đang bận. Chưa thay đổi gì; hãy thử lại sau giây lát.</translation>
    </message>
    <message>
        <source>The branch&apos;s data is not there: %1. Check the path, or restore the newest backup. A new, empty branch is never made by itself.</source>
        <translation>Không thấy dữ liệu chi nhánh: %1. Hãy xem lại đường dẫn, hoặc khôi phục bản sao lưu mới nhất. Chương trình không tự tạo chi nhánh trống.</translation>
    </message>
    <message>
        <source>There is a file already: %1. Nothing was overwritten; choose another path.</source>
        <translation>Đã có tệp này: %1. Chưa ghi đè gì; hãy chọn đường dẫn khác.</translation>
    </message>
    <message>
        <source>This is not a Một Cửa database, or its beginning is destroyed: %1. Check the path, or restore the newest backup.</source>
        <translation>Đây không phải dữ liệu Một Cửa, hoặc phần đầu tệp đã hỏng: %1. Hãy xem lại đường dẫn, hoặc khôi phục bản sao lưu mới nhất.</translation>
    </message>
    <message>
        <source>The data was written by a newer version of this program: %1. Update the program on this PC.</source>
        <translation>Dữ liệu do phiên bản mới hơn ghi: %1. Hãy cập nhật chương trình trên máy này.</translation>
    </message>
    <message>
        <source>The branch&apos;s data is damaged: %1. Keep the file and restore the newest backup: motcua restore FILE</source>
        <translation>Dữ liệu chi nhánh bị hỏng: %1. Hãy giữ lại tệp và khôi phục bản sao lưu mới nhất: motcua restore FILE</translation>
    </message>
    <message>
        <source>This database was replaced by a restored one: %1. Start the program again.</source>
        <translation>Dữ liệu này đã được thay bằng bản khôi phục: %1. Hãy khởi động lại chương trình.</translation>
    </message>
    <message>
        <source>The disk or folder cannot be written to: %1. Nothing was changed; check the rights and the disk.</source>
        <translation>Không ghi được vào đĩa hoặc thư mục: %1. Chưa thay đổi gì; hãy xem lại quyền và đĩa.</translation>
    </message>
    <message>
        <source>The structure of the data is not the one this program knows: %1. Install the version that made it.</source>
        <translation>Cấu trúc dữ liệu không đúng với chương trình này: %1. Hãy cài phiên bản đã tạo ra dữ liệu.</translation>
    </message>
    <message>
        <source>This data belongs to another branch (%1). Nothing was changed; check the path and the settings.</source>
        <translation>Dữ liệu này của chi nhánh khác (%1). Chưa thay đổi gì; hãy xem lại đường dẫn và cài đặt.</translation>
    </message>
    <message>
        <source>The disk is full. Nothing was saved; make room and try again.</source>
        <translation>Đĩa đã đầy. Chưa lưu gì; hãy giải phóng chỗ trống rồi thử lại.</translation>
    </message>
    <message>
        <source>The file cannot be read: %1. Check the path and the rights.</source>
        <translation>Không đọc được tệp: %1. Hãy xem lại đường dẫn và quyền.</translation>
    </message>
    <message>
        <source>The file or folder cannot be written: %1. Check the path and the rights.</source>
        <translation>Không ghi được tệp hoặc thư mục: %1. Hãy xem lại đường dẫn và quyền.</translation>
    </message>
    <message>
        <source>This version cannot use %1. Use sqlite:/path/to/branch.db</source>
        <translation>Phiên bản này chưa dùng được %1. Hãy dùng sqlite:/path/to/branch.db</translation>
    </message>
    <message>
        <source>The data could not be saved. Nothing was acknowledged; check the disk, then start again.</source>
        <translation>Không lưu được dữ liệu. Chưa ghi nhận gì; hãy kiểm tra đĩa rồi chạy lại.</translation>
    </message>
</context>
<context>
    <name>motcua::Texts</name>
    <message>
        <source>Backed up and proven: %1 (event %2)</source>
        <translation>Đã sao lưu và kiểm tra: %1 (sự kiện %2)</translation>
    </message>
    <message>
        <source>The data that was there is kept: %1</source>
        <translation>Dữ liệu trước đó được giữ lại: %1</translation>
    </message>
    <message>
        <source>Checked</source>
        <translation>Đã kiểm tra</translation>
    </message>
    <message>
        <source>Event %1: %2</source>
        <translation>Sự kiện %1: %2</translation>
    </message>
    <message>
        <source>Exit codes: 0 done, 1 refused by a rule, 2 wrong usage, 3 storage.</source>
        <translation>Mã thoát: 0 xong, 1 bị quy tắc từ chối, 2 gõ sai lệnh, 3 lỗi lưu trữ.</translation>
    </message>
    <message>
        <source>Create the database of a new branch</source>
        <translation>Tạo cơ sở dữ liệu cho chi nhánh mới</translation>
    </message>
    <message>
        <source>Show the staff and their groups</source>
        <translation>Xem cán bộ và nhóm thủ tục của từng người</translation>
    </message>
    <message>
        <source>Open the business day</source>
        <translation>Mở ngày làm việc</translation>
    </message>
    <message>
        <source>Close the business day</source>
        <translation>Đóng ngày làm việc</translation>
    </message>
    <message>
        <source>Give the next number of a group</source>
        <translation>Cấp số kế tiếp của một nhóm thủ tục</translation>
    </message>
    <message>
        <source>Show the numbers of the day</source>
        <translation>Xem các số trong ngày</translation>
    </message>
    <message>
        <source>Put a missed or held number back into its line</source>
        <translation>Đưa lại hàng chờ một số vắng mặt hoặc tạm giữ</translation>
    </message>
    <message>
        <source>Take back a waiting number</source>
        <translation>Hủy một số đang chờ</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Rời quầy</translation>
    </message>
    <message>
        <source>Call the next number</source>
        <translation>Gọi số kế tiếp</translation>
    </message>
    <message>
        <source>Call the same number again</source>
        <translation>Gọi lại số đang gọi</translation>
    </message>
    <message>
        <source>The citizen is here: start serving</source>
        <translation>Công dân đã đến: bắt đầu phục vụ</translation>
    </message>
    <message>
        <source>The citizen did not come</source>
        <translation>Công dân vắng mặt</translation>
    </message>
    <message>
        <source>Set the citizen aside for a moment</source>
        <translation>Tạm giữ số đang phục vụ</translation>
    </message>
    <message>
        <source>Go on with a number on hold</source>
        <translation>Phục vụ tiếp một số tạm giữ</translation>
    </message>
    <message>
        <source>Send the citizen to another group, arrival time kept</source>
        <translation>Chuyển công dân sang nhóm khác, giữ giờ lấy số</translation>
    </message>
    <message>
        <source>The citizen is served</source>
        <translation>Hoàn tất số đang phục vụ</translation>
    </message>
    <message>
        <source>Take back the last step, within ten seconds</source>
        <translation>Hoàn tác việc vừa làm, trong mười giây</translation>
    </message>
    <message>
        <source>Count a day by group</source>
        <translation>Thống kê một ngày theo nhóm thủ tục</translation>
    </message>
    <message>
        <source>The words the hall hears when a number is called</source>
        <translation>Lời loa đọc ở sảnh khi gọi số</translation>
    </message>
    <message>
        <source>Read an ID card&apos;s code from standard input</source>
        <translation>Đọc mã trên căn cước từ đầu vào chuẩn</translation>
    </message>
    <message>
        <source>When a dossier is due, and why</source>
        <translation>Ngày hẹn trả kết quả và cách tính</translation>
    </message>
    <message>
        <source>Put a backup in the database&apos;s place; the old file is kept</source>
        <translation>Khôi phục từ bản sao lưu; tệp cũ được giữ lại</translation>
    </message>
    <message>
        <source>Prove that the data is whole and unchanged</source>
        <translation>Kiểm tra dữ liệu còn nguyên vẹn</translation>
    </message>
    <message>
        <source>Play a real office day from a queue log</source>
        <translation>Chạy lại một ngày thật từ nhật ký hàng chờ</translation>
    </message>
    <message>
        <source>Play a short branch day on the terminal</source>
        <translation>Diễn thử một ngày ngắn của chi nhánh</translation>
    </message>
    <message>
        <source>PIN:</source>
        <translation>Mã PIN:</translation>
    </message>
    <message>
        <source>%1 is signed in at counter %2.</source>
        <translation>%1 đã vào quầy %2.</translation>
    </message>
    <message>
        <source>%1 is signed out of counter %2.</source>
        <translation>%1 đã rời quầy %2.</translation>
    </message>
    <message>
        <source>Number %1 to counter %2, waited %3 min.</source>
        <translation>Mời số %1 đến quầy %2, đã chờ %3 phút.</translation>
    </message>
    <message>
        <source>Number %1 was called again.</source>
        <translation>Đã gọi lại số %1.</translation>
    </message>
    <message>
        <source>Number %1 is being served.</source>
        <translation>Đang phục vụ số %1.</translation>
    </message>
    <message>
        <source>Number %1 did not come.</source>
        <translation>Số %1 vắng mặt.</translation>
    </message>
    <message>
        <source>Number %1 is on hold.</source>
        <translation>Đã tạm giữ số %1.</translation>
    </message>
    <message>
        <source>Number %1 waits for group %2 now, arrival time kept.</source>
        <translation>Đã chuyển số %1 sang nhóm %2, giữ giờ lấy số.</translation>
    </message>
    <message>
        <source>Number %1 is served.</source>
        <translation>Số %1 đã hoàn tất.</translation>
    </message>
    <message>
        <source>The last step with number %1 was taken back.</source>
        <translation>Đã hoàn tác việc vừa làm với số %1.</translation>
    </message>
    <message>
        <source>The business day %1 is open.</source>
        <translation>Đã mở ngày làm việc %1.</translation>
    </message>
    <message numerus="yes">
        <source>The business day %1 is closed. %n number(s) expired.</source>
        <translation>
            <numerusform>Đã đóng ngày làm việc %1. %n số hết hiệu lực.</numerusform>
        </translation>
    </message>
    <message>
        <source>Number %1 is back in its line.</source>
        <translation>Đã đưa số %1 lại hàng chờ.</translation>
    </message>
    <message>
        <source>%1 – a short branch day. Nothing of it is kept.</source>
        <translation>%1 – một ngày ngắn để xem thử. Không lưu lại gì.</translation>
    </message>
    <message>
        <source>To run a branch of your own, see README.md.</source>
        <translation>Muốn chạy chi nhánh của mình, xem README.md.</translation>
    </message>
    <message numerus="yes">
        <source>%n working day(s), the day of receipt not counted.</source>
        <translation>
            <numerusform>Thời hạn %n ngày làm việc, không tính ngày tiếp nhận.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s), the day of receipt not counted.</source>
        <translation>
            <numerusform>Thời hạn %n ngày, không tính ngày tiếp nhận.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n working hour(s) within opening hours.</source>
        <translation>
            <numerusform>Thời hạn %n giờ làm việc, tính theo giờ mở cửa.</numerusform>
        </translation>
    </message>
    <message>
        <source>Due on the same day.</source>
        <translation>Trả kết quả trong ngày.</translation>
    </message>
    <message>
        <source>Received at %1 on %2.</source>
        <translation>Tiếp nhận lúc %1, %2.</translation>
    </message>
    <message>
        <source>Received too late in the day, so it counts from the next working day.</source>
        <translation>Tiếp nhận quá giờ trả trong ngày nên tính từ ngày làm việc kế tiếp.</translation>
    </message>
    <message>
        <source>Not counted: %1.</source>
        <translation>Không tính: %1.</translation>
    </message>
    <message>
        <source>Counted as make-up working days: %1.</source>
        <translation>Tính ngày làm bù: %1.</translation>
    </message>
    <message>
        <source>The last day is no working day, so it ends with the next one.</source>
        <translation>Ngày cuối là ngày nghỉ nên kết thúc vào ngày làm việc kế tiếp.</translation>
    </message>
    <message>
        <source>Due: %1</source>
        <translation>Hẹn trả kết quả: %1</translation>
    </message>
    <message>
        <source>The first three digits are no known province: compare with the card.</source>
        <translation>Ba chữ số đầu không ứng với tỉnh nào: hãy đối chiếu với thẻ.</translation>
    </message>
    <message>
        <source>Number and sex do not agree: compare with the card.</source>
        <translation>Số và giới tính không khớp: hãy đối chiếu với thẻ.</translation>
    </message>
    <message>
        <source>Number and year of birth do not agree: compare with the card.</source>
        <translation>Số và năm sinh không khớp: hãy đối chiếu với thẻ.</translation>
    </message>
    <message>
        <source>A date does not exist: type it from the card.</source>
        <translation>Có ngày không tồn tại: hãy gõ lại theo thẻ.</translation>
    </message>
    <message>
        <source>A date lies in the future: type it from the card.</source>
        <translation>Có ngày ở tương lai: hãy gõ lại theo thẻ.</translation>
    </message>
    <message>
        <source>Number and dates were read; type the name and address again.</source>
        <translation>Đọc được số và ngày; hãy gõ lại họ tên và nơi thường trú.</translation>
    </message>
    <message>
        <source>No name was read: type it from the card.</source>
        <translation>Chưa đọc được họ tên: hãy gõ theo thẻ.</translation>
    </message>
    <message>
        <source>No date of birth was read: type it from the card.</source>
        <translation>Chưa đọc được ngày sinh: hãy gõ theo thẻ.</translation>
    </message>
    <message>
        <source>This is an old nine-digit number.</source>
        <translation>Đây là số chứng minh nhân dân cũ, chín chữ số.</translation>
    </message>
    <message>
        <source>Only the number was read.</source>
        <translation>Chỉ đọc được số: hãy gõ các mục khác theo thẻ.</translation>
    </message>
    <message>
        <source>Male</source>
        <translation>Nam</translation>
    </message>
    <message>
        <source>Female</source>
        <translation>Nữ</translation>
    </message>
    <message>
        <source>Personal ID number: %1</source>
        <translation>Số định danh cá nhân: %1</translation>
    </message>
    <message>
        <source>Full name: %1</source>
        <translation>Họ và tên: %1</translation>
    </message>
    <message>
        <source>Date of birth: %1</source>
        <translation>Ngày sinh: %1</translation>
    </message>
    <message>
        <source>Sex: %1</source>
        <translation>Giới tính: %1</translation>
    </message>
    <message>
        <source>Residence: %1</source>
        <translation>Nơi thường trú: %1</translation>
    </message>
    <message>
        <source>Date of issue: %1</source>
        <translation>Ngày cấp: %1</translation>
    </message>
    <message>
        <source>Old ID number: %1</source>
        <translation>Số chứng minh nhân dân: %1</translation>
    </message>
    <message>
        <source>is not valid JSON</source>
        <translation>không đúng định dạng JSON</translation>
    </message>
    <message>
        <source>is too large</source>
        <translation>quá lớn</translation>
    </message>
    <message>
        <source>has a format this program does not know</source>
        <translation>có định dạng chương trình chưa biết</translation>
    </message>
    <message>
        <source>names a file that cannot be read</source>
        <translation>nêu tệp không đọc được</translation>
    </message>
    <message>
        <source>is missing</source>
        <translation>còn thiếu</translation>
    </message>
    <message>
        <source>is not known here</source>
        <translation>không dùng ở đây</translation>
    </message>
    <message>
        <source>has the wrong type</source>
        <translation>sai kiểu giá trị</translation>
    </message>
    <message>
        <source>is empty</source>
        <translation>để trống</translation>
    </message>
    <message>
        <source>is too long</source>
        <translation>quá dài</translation>
    </message>
    <message>
        <source>stands there twice</source>
        <translation>bị trùng</translation>
    </message>
    <message>
        <source>is out of range</source>
        <translation>ngoài khoảng cho phép</translation>
    </message>
    <message>
        <source>is not a valid code</source>
        <translation>không phải mã hợp lệ</translation>
    </message>
    <message>
        <source>is not a date (YYYY-MM-DD)</source>
        <translation>không phải ngày (YYYY-MM-DD)</translation>
    </message>
    <message>
        <source>is not a time (HH:MM)</source>
        <translation>không phải giờ (HH:MM)</translation>
    </message>
    <message>
        <source>is not a time zone</source>
        <translation>không phải múi giờ</translation>
    </message>
    <message>
        <source>overlaps another one</source>
        <translation>chồng lên mục khác</translation>
    </message>
    <message>
        <source>is a make-up day, but not on a weekend</source>
        <translation>là ngày làm bù nhưng không rơi vào cuối tuần</translation>
    </message>
    <message>
        <source>names a group that does not exist</source>
        <translation>nêu nhóm không có</translation>
    </message>
    <message>
        <source>Replayed</source>
        <translation>Đã chạy lại</translation>
    </message>
    <message>
        <source>%1: %2 issued, %3 called, %4 left waiting at the end; wait median %5 min, 9 in 10 under %6 min</source>
        <translation>%1: cấp %2 số, gọi %3, cuối ngày còn chờ %4; một nửa chờ dưới %5 phút, 9/10 chờ dưới %6 phút</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Tổng</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Nhóm</translation>
    </message>
    <message>
        <source>Issued</source>
        <translation>Cấp số</translation>
    </message>
    <message>
        <source>Served</source>
        <translation>Xong</translation>
    </message>
    <message>
        <source>No-show</source>
        <translation>Vắng mặt</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Hủy</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>Hết hiệu lực</translation>
    </message>
    <message>
        <source>Business day %1</source>
        <translation>Ngày làm việc %1</translation>
    </message>
    <message>
        <source>Written: %1</source>
        <translation>Đã ghi: %1</translation>
    </message>
    <message>
        <source>PIN set</source>
        <translation>đã có mã PIN</translation>
    </message>
    <message>
        <source>no PIN yet</source>
        <translation>chưa có mã PIN</translation>
    </message>
    <message>
        <source>New PIN:</source>
        <translation>Mã PIN mới:</translation>
    </message>
    <message>
        <source>The PIN of %1 is set.</source>
        <translation>Đã đặt mã PIN cho %1.</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>đang chờ</translation>
    </message>
    <message>
        <source>called</source>
        <translation>đã gọi</translation>
    </message>
    <message>
        <source>being served</source>
        <translation>đang phục vụ</translation>
    </message>
    <message>
        <source>on hold</source>
        <translation>tạm giữ</translation>
    </message>
    <message>
        <source>served</source>
        <translation>đã xong</translation>
    </message>
    <message>
        <source>did not come</source>
        <translation>vắng mặt</translation>
    </message>
    <message>
        <source>transferred</source>
        <translation>đã chuyển</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>đã hủy</translation>
    </message>
    <message>
        <source>expired</source>
        <translation>hết hiệu lực</translation>
    </message>
    <message>
        <source>transfer undone</source>
        <translation>đã hoàn tác chuyển</translation>
    </message>
    <message>
        <source>counter %1</source>
        <translation>quầy %1</translation>
    </message>
    <message numerus="yes">
        <source>Your number: %1. %n person(s) before you.</source>
        <translation>
            <numerusform>Số của bạn: %1. Trước bạn còn %n người.</numerusform>
        </translation>
    </message>
    <message>
        <source>No numbers on %1.</source>
        <translation>Ngày %1 không có số nào.</translation>
    </message>
    <message>
        <source>Number %1 was taken back.</source>
        <translation>Đã hủy số %1.</translation>
    </message>
    <message>
        <source>Usage: motcua %1 COMMAND</source>
        <translation>Cách dùng: motcua %1 COMMAND</translation>
    </message>
    <message>
        <source>URL: sqlite:/path/to/branch.db, else from MOTCUA_DATABASE or /etc/motcua/motcua.conf</source>
        <translation>URL: sqlite:/path/to/branch.db, nếu không nêu thì lấy ở MOTCUA_DATABASE hoặc /etc/motcua/motcua.conf</translation>
    </message>
    <message>
        <source>Replace the branch&apos;s catalogue, while no day is open</source>
        <translation>Thay danh mục của chi nhánh, khi chưa mở ngày làm việc</translation>
    </message>
    <message>
        <source>Set a PIN; it is read from standard input, one line</source>
        <translation>Đặt mã PIN; đọc một dòng từ đầu vào chuẩn</translation>
    </message>
    <message>
        <source>Show where a number stands</source>
        <translation>Xem một số đang ở đâu</translation>
    </message>
    <message>
        <source>Sign in at a counter; the PIN is read from standard input, one line</source>
        <translation>Vào quầy; mã PIN đọc một dòng từ đầu vào chuẩn</translation>
    </message>
    <message>
        <source>Copy the database while work goes on, and prove the copy</source>
        <translation>Sao lưu khi đang làm việc và kiểm tra bản sao</translation>
    </message>
    <message>
        <source>Counters 1, 3 and 5 are ready.</source>
        <translation>Quầy 1, 3 và 5 sẵn sàng.</translation>
    </message>
    <message numerus="yes">
        <source>A citizen takes number %1 (%2), %n person(s) before.</source>
        <translation>
            <numerusform>Công dân lấy số %1 (%2), trước còn %n người.</numerusform>
        </translation>
    </message>
    <message>
        <source>Priority: %1.</source>
        <translation>Ưu tiên: %1.</translation>
    </message>
    <message>
        <source>Number %1 goes on to group %2, arrival time kept.</source>
        <translation>Chuyển số %1 sang nhóm %2, giữ giờ lấy số.</translation>
    </message>
    <message>
        <source>Number %1 is on hold: the citizen is at the copier.</source>
        <translation>Tạm giữ số %1: công dân đi photo giấy tờ.</translation>
    </message>
    <message numerus="yes">
        <source>Checked: %n event(s), chained without a gap.</source>
        <translation>
            <numerusform>Đã kiểm tra: %n sự kiện, nối liền không thiếu.</numerusform>
        </translation>
    </message>
    <message>
        <source>A slip of the key: the last step with number %1 was taken back.</source>
        <translation>Bấm nhầm phím: đã hoàn tác việc vừa làm với số %1.</translation>
    </message>
    <message numerus="yes">
        <source>Restored to %1, as of event %2. Today every group leaves out %n number(s), because they may be in people&apos;s hands.</source>
        <translation>
            <numerusform>Đã khôi phục vào %1, đến sự kiện %2. Hôm nay mỗi nhóm bỏ qua %n số, vì các số ấy có thể đang trong tay công dân.</numerusform>
        </translation>
    </message>
    <message>
        <source>Everything agrees. Events: %1, numbers: %2, days: %3, head: %4</source>
        <translation>Dữ liệu khớp. Sự kiện: %1, số: %2, ngày: %3, mã cuối: %4</translation>
    </message>
    <message>
        <source>%1 is ready. Groups: %2, counters: %3, staff: %4, procedures: %5. Data: %6</source>
        <translation>%1 đã sẵn sàng. Nhóm: %2, quầy: %3, cán bộ: %4, thủ tục: %5. Dữ liệu: %6</translation>
    </message>
    <message>
        <source>Avg wait (s)</source>
        <translation>Chờ TB (s)</translation>
    </message>
    <message>
        <source>9/10 under (s)</source>
        <translation>9/10 dưới (s)</translation>
    </message>
    <message>
        <source>Avg service (s)</source>
        <translation>Mỗi lượt (s)</translation>
    </message>
    <message>
        <source>Not done</source>
        <translation>Chưa xong</translation>
    </message>
</context>
</TS>
