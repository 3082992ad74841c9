<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi_VN">
<context>
    <name>Board</name>
    <message>
        <source>No need to come twice</source>
        <translation>Không phải đến lần hai</translation>
    </message>
    <message>
        <source>Get your result by post:
ask when you apply</source>
        <translation>Nhận kết quả
qua bưu điện:
hỏi khi nộp hồ sơ</translation>
    </message>
    <message>
        <source>People with priority by law may be called before you.</source>
        <translation>Người được ưu tiên theo quy định có thể được gọi trước số của bạn.</translation>
    </message>
    <message>
        <source>Please wait for your number</source>
        <translation>Mời chờ gọi số</translation>
    </message>
    <message>
        <source>Now calling</source>
        <translation>Mời số</translation>
    </message>
    <message>
        <source>Counter</source>
        <translation>Quầy</translation>
    </message>
    <message>
        <source>break</source>
        <translation>nghỉ</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>đóng</translation>
    </message>
    <message>
        <source>On break</source>
        <translation>Tạm nghỉ</translation>
    </message>
    <message>
        <source>Closed now</source>
        <translation>Đóng quầy</translation>
    </message>
    <message>
        <source>Numbers may be late</source>
        <translation>Số có thể chậm</translation>
    </message>
    <message>
        <source>Listen and watch the counter signs</source>
        <translation>Hãy nghe loa và nhìn bảng ở quầy</translation>
    </message>
    <message>
        <source>We are closed now</source>
        <translation>Ngoài giờ làm việc</translation>
    </message>
    <message>
        <source>We open again</source>
        <translation>Mở cửa lại</translation>
    </message>
    <message>
        <source>Sunday, public holidays</source>
        <translation>Chủ nhật, ngày lễ</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Nghỉ</translation>
    </message>
    <message>
        <source>Notice</source>
        <translation>Thông báo</translation>
    </message>
</context>
<context>
    <name>motcua::AsidePanel</name>
    <message>
        <source>Call back</source>
        <translation>Gọi lại</translation>
    </message>
    <message>
        <source>Back to queue</source>
        <translation>Đưa lại hàng chờ</translation>
    </message>
    <message numerus="yes">
        <source>%n number(s)</source>
        <translation>
            <numerusform>%n số</numerusform>
        </translation>
    </message>
    <message>
        <source>On hold</source>
        <translation>Đang tạm giữ</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>không có</translation>
    </message>
    <message>
        <source>No-show</source>
        <translation>Vắng mặt</translation>
    </message>
    <message>
        <source>can be recalled</source>
        <translation>còn gọi lại được</translation>
    </message>
    <message>
        <source>held since %1</source>
        <translation>giữ từ %1</translation>
    </message>
    <message>
        <source>Finish %1 first</source>
        <translation>Hoàn tất %1 trước</translation>
    </message>
    <message numerus="yes">
        <source>called %n time(s)</source>
        <translation>
            <numerusform>gọi %n lần</numerusform>
        </translation>
    </message>
    <message>
        <source>at %1</source>
        <translation>lúc %1</translation>
    </message>
    <message>
        <source>On a break</source>
        <translation>Tạm nghỉ</translation>
    </message>
    <message>
        <source>The day is not open</source>
        <translation>Chưa mở ngày làm việc</translation>
    </message>
</context>
<context>
    <name>motcua::AttentionList</name>
    <message>
        <source>Open a counter</source>
        <translation>Mở thêm quầy</translation>
    </message>
    <message>
        <source>Open the roster</source>
        <translation>Mở lịch trực</translation>
    </message>
    <message>
        <source>Paper changed</source>
        <translation>Đã thay giấy</translation>
    </message>
    <message>
        <source>Paper changed, waiting for the kiosk to say so</source>
        <translation>Đã thay giấy, chờ máy xác nhận</translation>
    </message>
    <message>
        <source>Remind</source>
        <translation>Nhắc quầy</translation>
    </message>
</context>
<context>
    <name>motcua::BoardWindow</name>
    <message>
        <source>Hall board</source>
        <translation>Màn hình sảnh</translation>
    </message>
</context>
<context>
    <name>motcua::ChosenLayer</name>
    <message>
        <source>Call a specific number</source>
        <translation>Gọi một số cụ thể</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Số</translation>
    </message>
    <message>
        <source>Number of somebody who waits, at any counter</source>
        <translation>Số của người đang chờ, ở quầy nào cũng được</translation>
    </message>
    <message>
        <source>Why out of order? It is recorded.</source>
        <translation>Vì sao gọi trước lượt? Lý do được ghi lại.</translation>
    </message>
    <message>
        <source>Esc goes back</source>
        <translation>Esc để quay lại</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Gọi</translation>
    </message>
    <message>
        <source>Type a letter and a number, like H042.</source>
        <translation>Gõ một chữ cái và số, ví dụ H042.</translation>
    </message>
    <message>
        <source>%1 is not waiting.</source>
        <translation>Số %1 không có trong hàng chờ.</translation>
    </message>
    <message>
        <source>The number on the citizen&apos;s ticket</source>
        <translation>Số trên phiếu của công dân</translation>
    </message>
</context>
<context>
    <name>motcua::CityMonthPage</name>
    <message>
        <source>Month before</source>
        <translation>Tháng trước</translation>
    </message>
    <message>
        <source>Month after</source>
        <translation>Tháng sau</translation>
    </message>
    <message>
        <source>Whose month</source>
        <translation>Tháng của</translation>
    </message>
    <message>
        <source>The whole city</source>
        <translation>Toàn thành phố</translation>
    </message>
    <message>
        <source>Numbers per day</source>
        <translation>Số cấp mỗi ngày</translation>
    </message>
    <message>
        <source>choose a day for its groups</source>
        <translation>chọn một ngày để xem từng nhóm</translation>
    </message>
    <message>
        <source>Figures by group</source>
        <translation>Số liệu theo nhóm</translation>
    </message>
    <message>
        <source>Whole month</source>
        <translation>Cả tháng</translation>
    </message>
    <message>
        <source>All branches that day</source>
        <translation>Mọi chi nhánh ngày đó</translation>
    </message>
    <message>
        <source>Month %1</source>
        <translation>Tháng %1</translation>
    </message>
    <message>
        <source>last sync: %1</source>
        <translation>gửi lần cuối: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) with figures</source>
        <translation>
            <numerusform>%n ngày có số liệu</numerusform>
        </translation>
    </message>
    <message>
        <source>Numbers given</source>
        <translation>Số đã cấp</translation>
    </message>
    <message>
        <source>Served</source>
        <translation>Đã phục vụ</translation>
    </message>
    <message>
        <source>No-show</source>
        <translation>Vắng mặt</translation>
    </message>
    <message>
        <source>Accepted</source>
        <comment>tile</comment>
        <translation>Hồ sơ tiếp nhận</translation>
    </message>
    <message>
        <source>the whole month</source>
        <translation>cả tháng</translation>
    </message>
    <message numerus="yes">
        <source>from %n branch(es)</source>
        <translation>
            <numerusform>từ %n chi nhánh</numerusform>
        </translation>
    </message>
    <message>
        <source>By group</source>
        <translation>Theo nhóm</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Tất cả</translation>
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
        <source>in part</source>
        <translation>chưa đủ</translation>
    </message>
    <message>
        <source>waits in minutes</source>
        <translation>chờ tính bằng phút</translation>
    </message>
    <message>
        <source>Served</source>
        <comment>column</comment>
        <translation>Phục vụ</translation>
    </message>
    <message>
        <source>Median</source>
        <translation>Trung vị</translation>
    </message>
    <message>
        <source>9 in 10</source>
        <translation>9/10 dưới</translation>
    </message>
    <message>
        <source>Longest</source>
        <translation>Lâu nhất</translation>
    </message>
</context>
<context>
    <name>motcua::CityPage</name>
    <message>
        <source>All branches</source>
        <translation>Mọi chi nhánh</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Kỳ</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Ngày</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>Tháng</translation>
    </message>
    <message>
        <source>Quarter</source>
        <translation>Quý</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>Năm</translation>
    </message>
    <message>
        <source>Period before</source>
        <translation>Kỳ trước</translation>
    </message>
    <message>
        <source>Period after</source>
        <translation>Kỳ sau</translation>
    </message>
    <message>
        <source>Branches</source>
        <translation>Các chi nhánh</translation>
    </message>
    <message>
        <source>Figures of the branches</source>
        <translation>Số liệu các chi nhánh</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 đến %2</translation>
    </message>
    <message>
        <source>Numbers given</source>
        <translation>Số đã cấp</translation>
    </message>
    <message>
        <source>Served</source>
        <translation>Đã phục vụ</translation>
    </message>
    <message>
        <source>Accepted</source>
        <comment>tile</comment>
        <translation>Hồ sơ tiếp nhận</translation>
    </message>
    <message>
        <source>Branches that sent</source>
        <translation>Chi nhánh đã gửi</translation>
    </message>
    <message>
        <source>the sums are without the others</source>
        <translation>tổng chưa gồm phần còn lại</translation>
    </message>
    <message>
        <source>Branch</source>
        <translation>Chi nhánh</translation>
    </message>
    <message>
        <source>Issued</source>
        <translation>Cấp số</translation>
    </message>
    <message>
        <source>No-show</source>
        <translation>Vắng mặt</translation>
    </message>
    <message>
        <source>Given back</source>
        <translation>Trả lại số</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>Hết hiệu lực</translation>
    </message>
    <message>
        <source>Accepted</source>
        <comment>column</comment>
        <translation>Tiếp nhận</translation>
    </message>
    <message>
        <source>Last sync</source>
        <translation>Gửi lần cuối</translation>
    </message>
    <message>
        <source>Gaps</source>
        <translation>Thiếu</translation>
    </message>
    <message>
        <source>All that came</source>
        <translation>Tổng đã nhận</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation>Cần xử lý</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s)</source>
        <translation>
            <numerusform>%n việc</numerusform>
        </translation>
    </message>
    <message>
        <source>For each: motcua centre enrol CODE, and carry the file there. Their figures are unknown, not zero.</source>
        <translation>Với từng nơi: motcua centre enrol MÃ, rồi mang tệp tới đó. Số liệu ở đó là chưa biết, không phải bằng không.</translation>
    </message>
    <message>
        <source>No branch may send yet</source>
        <translation>Chưa chi nhánh nào được phép gửi</translation>
    </message>
    <message>
        <source>Every branch that may send has sent, and every closed day is proven.</source>
        <translation>Mọi chi nhánh đã đăng ký đều đã gửi, mọi ngày đã đóng đều đối chiếu khớp.</translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) of the register may not send yet</source>
        <translation>
            <numerusform>%n nơi trong danh bạ chưa đăng ký gửi</numerusform>
        </translation>
    </message>
    <message>
        <source>in the order of the register; choose one for its month; waits in minutes</source>
        <translation>theo thứ tự danh bạ; chọn một chi nhánh để xem tháng; chờ tính bằng phút</translation>
    </message>
    <message>
        <source>Days to come have no figures yet.</source>
        <translation>Ngày chưa tới thì chưa có số liệu.</translation>
    </message>
    <message>
        <source>Served</source>
        <comment>column</comment>
        <translation>Phục vụ</translation>
    </message>
    <message>
        <source>Not done</source>
        <translation>Chưa xong</translation>
    </message>
    <message>
        <source>Median</source>
        <translation>Trung vị</translation>
    </message>
    <message>
        <source>9 in 10</source>
        <translation>9/10 dưới</translation>
    </message>
    <message>
        <source>Longest</source>
        <translation>Lâu nhất</translation>
    </message>
    <message>
        <source>Came</source>
        <translation>Đã nhận</translation>
    </message>
</context>
<context>
    <name>motcua::CityRole</name>
    <message>
        <source>Written: %1</source>
        <translation>Đã ghi: %1</translation>
    </message>
</context>
<context>
    <name>motcua::CityTexts</name>
    <message>
        <source>not enrolled</source>
        <translation>chưa đăng ký</translation>
    </message>
    <message>
        <source>never sent</source>
        <translation>chưa gửi lần nào</translation>
    </message>
    <message>
        <source>not sent since %1</source>
        <translation>chưa gửi từ %1</translation>
    </message>
    <message>
        <source>%1: a copy of its data has spoken in its name</source>
        <translation>%1: một bản sao dữ liệu đã nhân danh chi nhánh này</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n event(s) are missing</source>
        <translation>
            <numerusform>%1: thiếu %n sự kiện</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: a closed day is not proven</source>
        <translation>%1: có ngày đã đóng chưa đối chiếu khớp</translation>
    </message>
    <message>
        <source>%1: closed days that are not proven: %2</source>
        <translation>%1: ngày đã đóng chưa đối chiếu khớp: %2</translation>
    </message>
    <message>
        <source>%1: rows came that no table takes</source>
        <translation>%1: có dòng dữ liệu không bảng nào nhận</translation>
    </message>
    <message>
        <source>%1: its program and the centre&apos;s are of different versions</source>
        <translation>%1: chương trình ở đó và ở Trung tâm khác phiên bản</translation>
    </message>
    <message>
        <source>%1 has never sent anything</source>
        <translation>%1 chưa gửi lần nào</translation>
    </message>
    <message>
        <source>%1 has not sent since %2</source>
        <translation>%1 chưa gửi từ %2</translation>
    </message>
    <message>
        <source>%1: its last sync was cut off</source>
        <translation>%1: lần gửi cuối bị đứt giữa chừng</translation>
    </message>
    <message>
        <source>Ask the branch which PC is the right one, shut the other out, then: motcua centre clear %1</source>
        <translation>Hỏi chi nhánh máy nào là máy thật, khóa máy kia, rồi chạy: motcua centre clear %1</translation>
    </message>
    <message>
        <source>Let the branch run “motcua verify” and send its days again: motcua sync --day DATE</source>
        <translation>Đề nghị chi nhánh chạy “motcua verify” rồi gửi lại các ngày đó: motcua sync --day NGÀY</translation>
    </message>
    <message>
        <source>Let the branch send that day once more: motcua sync --day DATE</source>
        <translation>Đề nghị chi nhánh gửi lại ngày đó: motcua sync --day NGÀY</translation>
    </message>
    <message>
        <source>Update the older of the two; nothing is lost until then.</source>
        <translation>Cập nhật bên cũ hơn; trong lúc chờ không mất gì.</translation>
    </message>
    <message>
        <source>Carry its file to the branch and switch the nightly sync on there. Its figures are unknown, not zero.</source>
        <translation>Mang tệp đăng nhập tới chi nhánh và bật gửi hằng đêm ở đó. Số liệu của chi nhánh là chưa biết, không phải bằng không.</translation>
    </message>
    <message>
        <source>Call the branch: is its server on, and the line to the centre? What it has is kept and comes by itself.</source>
        <translation>Gọi chi nhánh: máy chủ và đường truyền tới Trung tâm có chạy không? Dữ liệu vẫn giữ ở đó và sẽ tự gửi.</translation>
    </message>
    <message>
        <source>It goes on by itself; if not by noon, call the branch.</source>
        <translation>Việc gửi sẽ tự tiếp tục; nếu đến trưa chưa xong, hãy gọi chi nhánh.</translation>
    </message>
    <message>
        <source>The city</source>
        <translation>Toàn thành phố</translation>
    </message>
    <message>
        <source>Figures that the branches sent at night</source>
        <translation>Số liệu các chi nhánh gửi ban đêm</translation>
    </message>
    <message>
        <source>Nothing is lost: they are kept aside. At the centre: motcua centre init, then motcua centre clear %1</source>
        <translation>Không mất gì: các dòng đó được giữ riêng. Tại Trung tâm: motcua centre init, sau đó motcua centre clear %1</translation>
    </message>
    <message>
        <source>%1, in part</source>
        <translation>%1, chưa đủ</translation>
    </message>
</context>
<context>
    <name>motcua::CityWindow</name>
    <message>
        <source>All branches of the city</source>
        <translation>Mọi chi nhánh của thành phố</translation>
    </message>
    <message>
        <source>Reading the city&apos;s figures…</source>
        <translation>Đang đọc số liệu thành phố…</translation>
    </message>
    <message>
        <source>Branches</source>
        <translation>Chi nhánh</translation>
    </message>
    <message>
        <source>By month</source>
        <translation>Theo tháng</translation>
    </message>
    <message>
        <source>The centre cannot be read yet.</source>
        <translation>Chưa đọc được Trung tâm.</translation>
    </message>
    <message>
        <source>It is tried again every few seconds.</source>
        <translation>Máy tự thử lại sau vài giây.</translation>
    </message>
    <message>
        <source>The centre has not answered since %1. The figures are from then; they go on by themselves.</source>
        <translation>Trung tâm không trả lời từ %1. Số liệu là của lúc đó và sẽ tự cập nhật tiếp.</translation>
    </message>
    <message>
        <source>Figures of %1</source>
        <translation>Số liệu lúc %1</translation>
    </message>
    <message>
        <source>Read %1</source>
        <translation>Đọc lúc %1</translation>
    </message>
</context>
<context>
    <name>motcua::ConsolePage</name>
    <message>
        <source>Counter %1</source>
        <translation>Quầy %1</translation>
    </message>
    <message>
        <source>Serving</source>
        <translation>Đang phục vụ</translation>
    </message>
    <message>
        <source>On a break</source>
        <translation>Tạm nghỉ</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Sẵn sàng</translation>
    </message>
    <message>
        <source>No sound in the hall</source>
        <translation>Sảnh không có tiếng</translation>
    </message>
    <message>
        <source>Hall speaker %1%</source>
        <translation>Loa sảnh %1%</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Mất nối</translation>
    </message>
    <message>
        <source>Online</source>
        <translation>Trực tuyến</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
    <message>
        <source>The hall did not hear the call of %1. Call it aloud.</source>
        <translation>Sảnh không nghe được lượt gọi %1. Hãy gọi miệng.</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>còn %n việc nữa</numerusform>
        </translation>
    </message>
    <message>
        <source>I am going</source>
        <translation>Tôi đến ngay</translation>
    </message>
    <message>
        <source>Undo (%1)</source>
        <translation>Hoàn tác (%1)</translation>
    </message>
    <message>
        <source>Recorded for %1 already: %2.</source>
        <translation>Đã ghi cho số %1: %2.</translation>
    </message>
    <message>
        <source>Print again</source>
        <translation>In lại</translation>
    </message>
    <message>
        <source>Print it anew</source>
        <translation>In bản mới</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Chi tiết</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Đã dừng</translation>
    </message>
</context>
<context>
    <name>motcua::CorrectLayer</name>
    <message>
        <source>Correct %1</source>
        <translation>Đính chính %1</translation>
    </message>
    <message>
        <source>Correct</source>
        <translation>Đính chính</translation>
    </message>
    <message>
        <source>Nothing was changed yet.</source>
        <translation>Chưa có gì thay đổi.</translation>
    </message>
    <message>
        <source>What stood there before is kept beside it.</source>
        <translation>Nội dung cũ vẫn được giữ kèm theo.</translation>
    </message>
    <message>
        <source>Esc once more drops what was typed.</source>
        <translation>Bấm Esc lần nữa để bỏ nội dung vừa nhập.</translation>
    </message>
</context>
<context>
    <name>motcua::CounterActions</name>
    <message>
        <source>Recall</source>
        <translation>Gọi lại</translation>
    </message>
    <message>
        <source>No-show</source>
        <translation>Vắng mặt</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>Tạm giữ</translation>
    </message>
    <message>
        <source>Transfer</source>
        <translation>Chuyển</translation>
    </message>
    <message>
        <source>Finish visit</source>
        <translation>Hoàn tất</translation>
    </message>
    <message>
        <source>The citizen is here</source>
        <translation>Công dân đã đến</translation>
    </message>
    <message>
        <source>Call next</source>
        <translation>Gọi tiếp</translation>
    </message>
    <message>
        <source>Call a specific number…</source>
        <translation>Gọi một số cụ thể…</translation>
    </message>
    <message>
        <source>Break</source>
        <translation>Tạm nghỉ</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Hoàn tác</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Phím tắt</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Cài đặt</translation>
    </message>
    <message>
        <source>Small window</source>
        <translation>Cửa sổ nhỏ</translation>
    </message>
    <message>
        <source>Calling…</source>
        <translation>Đang gọi…</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Đang lưu…</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>Xin chờ…</translation>
    </message>
    <message>
        <source>The day is not open</source>
        <translation>Chưa mở ngày làm việc</translation>
    </message>
    <message>
        <source>Finish %1 first</source>
        <translation>Hoàn tất %1 trước</translation>
    </message>
    <message>
        <source>On a break</source>
        <translation>Tạm nghỉ</translation>
    </message>
    <message>
        <source>Nobody is waiting</source>
        <translation>Không còn ai chờ</translation>
    </message>
    <message>
        <source>Not permitted</source>
        <translation>Chưa được phép</translation>
    </message>
    <message>
        <source>Nobody being served</source>
        <translation>Chưa có số đang phục vụ</translation>
    </message>
    <message>
        <source>%1 to counter %2</source>
        <translation>%1 đến quầy %2</translation>
    </message>
    <message>
        <source>has begun</source>
        <translation>đã bắt đầu</translation>
    </message>
    <message>
        <source>in %1 s</source>
        <translation>sau %1 giây</translation>
    </message>
    <message numerus="yes">
        <source>after %n call(s)</source>
        <translation>
            <numerusform>sau %n lần gọi</numerusform>
        </translation>
    </message>
    <message>
        <source>Save the visit of %1</source>
        <translation>Lưu lượt của %1</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Làm tiếp</translation>
    </message>
    <message>
        <source>Nothing to undo</source>
        <translation>Không có gì để hoàn tác</translation>
    </message>
    <message>
        <source>Record, and one more for this number</source>
        <translation>Ghi, và thêm một hồ sơ cho số này</translation>
    </message>
    <message>
        <source>Scan ID</source>
        <translation>Quét căn cước</translation>
    </message>
    <message>
        <source>Use what is known of the applicant</source>
        <translation>Dùng dữ liệu đã có của người nộp</translation>
    </message>
    <message>
        <source>Search a procedure</source>
        <translation>Tìm thủ tục</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Thành phần hồ sơ</translation>
    </message>
    <message>
        <source>All required papers are here</source>
        <translation>Đã đủ giấy tờ bắt buộc</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>Tiếp nhận</translation>
    </message>
    <message>
        <source>To supplement</source>
        <translation>Bổ sung</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>Từ chối</translation>
    </message>
    <message>
        <source>Advise only</source>
        <translation>Hướng dẫn</translation>
    </message>
    <message>
        <source>Hand over a result</source>
        <translation>Trả kết quả</translation>
    </message>
    <message>
        <source>Finish, print receipt</source>
        <translation>Hoàn tất, in giấy hẹn</translation>
    </message>
    <message>
        <source>Save record of %1</source>
        <translation>Lưu hồ sơ của %1</translation>
    </message>
    <message>
        <source>The form is empty</source>
        <translation>Phiếu còn trống</translation>
    </message>
    <message>
        <source>Finish, save</source>
        <translation>Hoàn tất, lưu hồ sơ</translation>
    </message>
    <message>
        <source>Find a dossier</source>
        <translation>Tìm hồ sơ</translation>
    </message>
    <message>
        <source>Finish, print request</source>
        <translation>Hoàn tất, in phiếu bổ sung</translation>
    </message>
    <message>
        <source>Finish, print refusal</source>
        <translation>Hoàn tất, in phiếu từ chối</translation>
    </message>
    <message>
        <source>Not without the server</source>
        <translation>Cần có máy chủ</translation>
    </message>
</context>
<context>
    <name>motcua::CounterStrip</name>
    <message>
        <source>Whole window</source>
        <translation>Cửa sổ đầy đủ</translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n người chờ</numerusform>
        </translation>
    </message>
    <message>
        <source>On a break</source>
        <translation>Tạm nghỉ</translation>
    </message>
    <message>
        <source>Nobody is waiting</source>
        <translation>Không còn ai chờ</translation>
    </message>
    <message>
        <source>next</source>
        <translation>kế tiếp</translation>
    </message>
    <message>
        <source>Counter</source>
        <translation>Quầy</translation>
    </message>
    <message>
        <source>Offline since %1</source>
        <translation>Mất nối từ %1</translation>
    </message>
    <message>
        <source>Not heard: call it aloud</source>
        <translation>Sảnh không nghe: hãy gọi to</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Hoàn tác</translation>
    </message>
</context>
<context>
    <name>motcua::CounterTexts</name>
    <message numerus="yes">
        <source>%n min</source>
        <translation>
            <numerusform>%n phút</numerusform>
        </translation>
    </message>
    <message>
        <source>No procedure chosen</source>
        <translation>Chưa chọn thủ tục</translation>
    </message>
    <message>
        <source>Ticket taken %1</source>
        <translation>Lấy số lúc %1</translation>
    </message>
    <message>
        <source>Ticket taken %1 at kiosk %2</source>
        <translation>Lấy số lúc %1 tại máy lấy số %2</translation>
    </message>
    <message>
        <source>Photocopying</source>
        <translation>Đi photo giấy tờ</translation>
    </message>
    <message>
        <source>Fetching a missing paper</source>
        <translation>Lấy giấy tờ còn thiếu</translation>
    </message>
    <message>
        <source>Paying a fee</source>
        <translation>Đi nộp lệ phí</translation>
    </message>
    <message>
        <source>Other reason</source>
        <translation>Lý do khác</translation>
    </message>
    <message>
        <source>Short rest</source>
        <translation>Nghỉ giải lao</translation>
    </message>
    <message>
        <source>Called to a meeting</source>
        <translation>Đi họp</translation>
    </message>
    <message>
        <source>Working on files</source>
        <translation>Xử lý hồ sơ</translation>
    </message>
    <message>
        <source>Away on an errand</source>
        <translation>Có việc phải rời quầy</translation>
    </message>
    <message>
        <source>Came back with the missing paper</source>
        <translation>Quay lại nộp giấy tờ còn thiếu</translation>
    </message>
    <message>
        <source>Frail, cannot wait long</source>
        <translation>Sức khỏe yếu, không chờ lâu được</translation>
    </message>
    <message>
        <source>Took a number of the wrong group</source>
        <translation>Lấy nhầm nhóm thủ tục</translation>
    </message>
    <message>
        <source>The supervisor asks for it</source>
        <translation>Theo yêu cầu của phụ trách</translation>
    </message>
    <message>
        <source>Kiosk %1 calls for staff</source>
        <translation>Máy lấy số %1 gọi nhân viên</translation>
    </message>
    <message>
        <source>Kiosk %1 is out of paper</source>
        <translation>Máy lấy số %1 hết giấy</translation>
    </message>
    <message>
        <source>The printer of kiosk %1 is open</source>
        <translation>Máy in của máy lấy số %1 đang mở nắp</translation>
    </message>
    <message>
        <source>The printer of kiosk %1 does not answer</source>
        <translation>Máy in của máy lấy số %1 không trả lời</translation>
    </message>
    <message>
        <source>A ticket did not come out at kiosk %1</source>
        <translation>Máy lấy số %1 không in ra phiếu</translation>
    </message>
    <message>
        <source>%1 has come</source>
        <translation>%1 đã đến</translation>
    </message>
    <message>
        <source>%1 no-show</source>
        <translation>%1 vắng mặt</translation>
    </message>
    <message>
        <source>%1 on hold</source>
        <translation>%1 tạm giữ</translation>
    </message>
    <message>
        <source>%1 transferred</source>
        <translation>%1 đã chuyển</translation>
    </message>
    <message>
        <source>%1 finished</source>
        <translation>%1 hoàn tất</translation>
    </message>
    <message>
        <source>undone it goes on hold</source>
        <translation>hoàn tác thì vào tạm giữ</translation>
    </message>
    <message>
        <source>The branch&apos;s data cannot be reached since %1. Nothing is lost; calling goes on by itself when it is back.</source>
        <translation>Mất nối dữ liệu chi nhánh từ %1. Không mất gì; khi có lại, việc gọi số tự tiếp tục.</translation>
    </message>
    <message numerus="yes">
        <source>%n working day(s)</source>
        <translation>
            <numerusform>%n ngày làm việc</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n ngày</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n working hour(s)</source>
        <translation>
            <numerusform>%n giờ làm việc</numerusform>
        </translation>
    </message>
    <message>
        <source>Same day</source>
        <translation>Trong ngày</translation>
    </message>
    <message>
        <source>Mon</source>
        <translation>Thứ Hai</translation>
    </message>
    <message>
        <source>Tue</source>
        <translation>Thứ Ba</translation>
    </message>
    <message>
        <source>Wed</source>
        <translation>Thứ Tư</translation>
    </message>
    <message>
        <source>Thu</source>
        <translation>Thứ Năm</translation>
    </message>
    <message>
        <source>Fri</source>
        <translation>Thứ Sáu</translation>
    </message>
    <message>
        <source>Sat</source>
        <translation>Thứ Bảy</translation>
    </message>
    <message>
        <source>Sun</source>
        <translation>Chủ nhật</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Đã nhận</translation>
    </message>
    <message>
        <source>Shown</source>
        <translation>Đã xem</translation>
    </message>
    <message>
        <source>Looked up in database</source>
        <translation>Tra cứu CSDL</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>Còn thiếu</translation>
    </message>
    <message>
        <source>Not applicable</source>
        <translation>Không áp dụng</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>Nhận</translation>
    </message>
    <message>
        <source>To supplement</source>
        <translation>Bổ sung</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Từ chối</translation>
    </message>
    <message>
        <source>Advised</source>
        <translation>Hướng dẫn</translation>
    </message>
    <message>
        <source>Handed over</source>
        <translation>Đã trả</translation>
    </message>
    <message>
        <source>The citizen lost it</source>
        <translation>Công dân làm mất</translation>
    </message>
    <message>
        <source>It is torn or unreadable</source>
        <translation>Giấy rách hoặc không đọc được</translation>
    </message>
    <message>
        <source>The printer had failed</source>
        <translation>Máy in bị lỗi lần trước</translation>
    </message>
    <message numerus="yes">
        <source>printed %n time(s)</source>
        <translation>
            <numerusform>đã in %n lần</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Offline since %1. Saving here, %n to send.</source>
        <translation>
            <numerusform>Mất nối máy chủ từ %1. Đang lưu tại máy, %n lượt chờ gửi.</numerusform>
        </translation>
    </message>
    <message>
        <source>Call aloud: %1.</source>
        <translation>Gọi miệng: %1.</translation>
    </message>
    <message numerus="yes">
        <source>%n visit(s) made without the server: please look.</source>
        <translation>
            <numerusform>%n lượt làm lúc mất kết nối máy chủ, xin xem lại.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Online again, %n to send.</source>
        <translation>
            <numerusform>Đã nối lại máy chủ, còn %n lượt chờ gửi.</numerusform>
        </translation>
    </message>
    <message>
        <source>The branch&apos;s server cannot be reached since %1. Signing in waits for it; until then only a counter with somebody signed in goes on.</source>
        <translation>Mất nối máy chủ từ %1. Phải chờ có lại mới đăng nhập được; trong lúc đó chỉ quầy đã đăng nhập làm tiếp được.</translation>
    </message>
    <message>
        <source>This counter is open twice on this PC. Without the server only the window that was first goes on; close the other one.</source>
        <translation>Quầy đang mở hai cửa sổ trên máy này. Khi mất nối máy chủ, chỉ cửa sổ mở trước làm tiếp được; xin đóng cửa sổ kia.</translation>
    </message>
    <message>
        <source>Nothing can be saved on this PC. Without the server this counter would stand still; tell whoever looks after the PCs.</source>
        <translation>Không lưu được vào máy này. Nếu mất nối máy chủ, quầy sẽ phải dừng; xin báo người phụ trách máy.</translation>
    </message>
    <message numerus="yes">
        <source>%n visit(s) stay on this PC.</source>
        <translation>
            <numerusform>%n lượt còn lưu tại máy này.</numerusform>
        </translation>
    </message>
    <message>
        <source>When the ticket was taken is not known here</source>
        <translation>Máy này không biết giờ lấy số</translation>
    </message>
    <message>
        <source>The head of the branch asks: people are waiting</source>
        <translation>Trưởng chi nhánh nhắc: có người đang chờ</translation>
    </message>
</context>
<context>
    <name>motcua::CounterWindow</name>
    <message>
        <source>Put %1 on hold</source>
        <translation>Tạm giữ %1</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>Tạm giữ</translation>
    </message>
    <message>
        <source>Break</source>
        <translation>Tạm nghỉ</translation>
    </message>
    <message>
        <source>Counter</source>
        <translation>Quầy</translation>
    </message>
    <message>
        <source>The advice was recorded.</source>
        <translation>Đã ghi lượt hướng dẫn.</translation>
    </message>
    <message>
        <source>Recorded as %1, due %2.</source>
        <translation>Đã ghi hồ sơ %1, hẹn trả %2.</translation>
    </message>
    <message>
        <source>Recorded as %1.</source>
        <translation>Đã ghi hồ sơ %1.</translation>
    </message>
    <message>
        <source>Nothing was recorded for %1</source>
        <translation>Chưa ghi hồ sơ nào cho %1</translation>
    </message>
    <message>
        <source>No intake here</source>
        <translation>Không ghi hồ sơ tại đây</translation>
    </message>
    <message>
        <source>The citizen was only advised</source>
        <translation>Chỉ hướng dẫn công dân</translation>
    </message>
    <message>
        <source>Finish visit</source>
        <translation>Hoàn tất</translation>
    </message>
    <message>
        <source>The result of %1 was handed over.</source>
        <translation>Đã trả kết quả hồ sơ %1.</translation>
    </message>
    <message>
        <source>Print again</source>
        <translation>In lại</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>In</translation>
    </message>
    <message>
        <source>It stands as it was before your last change.</source>
        <translation>Hồ sơ được lưu như trước lần sửa cuối.</translation>
    </message>
    <message>
        <source>Why is %1 opened?</source>
        <translation>Mở hồ sơ %1 để làm gì?</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Mở</translation>
    </message>
    <message>
        <source>The record of %1 is corrected.</source>
        <translation>Đã đính chính hồ sơ %1.</translation>
    </message>
    <message>
        <source>Which paper?</source>
        <translation>In giấy nào?</translation>
    </message>
    <message>
        <source>Printed: %2 (%1).</source>
        <translation>Đã in: %2 (%1).</translation>
    </message>
    <message>
        <source>Printed again: %2 (%1), copy %3.</source>
        <translation>Đã in lại: %2 (%1), bản %3.</translation>
    </message>
    <message>
        <source>Saved on this PC. It is sent, and its paper printed, when the server is back.</source>
        <translation>Đã lưu tại máy này. Có máy chủ lại sẽ gửi và in giấy.</translation>
    </message>
</context>
<context>
    <name>motcua::DemoGuide</name>
    <message>
        <source>Try Một Cửa</source>
        <translation>Dùng thử Một Cửa</translation>
    </message>
    <message>
        <source>Touch a box on the ticket kiosk and take a number.</source>
        <translation>Chạm vào một ô ở máy lấy số để lấy số.</translation>
    </message>
    <message>
        <source>Look at the hall board and listen: the number is shown and spoken.</source>
        <translation>Nhìn và nghe màn hình sảnh: số được hiện và được đọc.</translation>
    </message>
    <message>
        <source>Record the papers at the counter if you like, then press F9: served.</source>
        <translation>Ghi hồ sơ ở quầy nếu muốn, rồi nhấn F9: phục vụ xong.</translation>
    </message>
    <message>
        <source>Try it: sample data, nothing is kept</source>
        <translation>Dùng thử: dữ liệu mẫu, không lưu lại gì</translation>
    </message>
    <message>
        <source>Other people come by themselves: on</source>
        <translation>Người dân đang tự đến</translation>
    </message>
    <message>
        <source>Let other people come by themselves</source>
        <translation>Cho người dân tự đến</translation>
    </message>
    <message>
        <source>Open the closed windows again</source>
        <translation>Mở lại các cửa sổ đã đóng</translation>
    </message>
    <message>
        <source>To sign in at the counter again: PIN %1</source>
        <translation>Để đăng nhập lại ở quầy: mã PIN %1</translation>
    </message>
    <message>
        <source>Click counter %1 and press F2: the next number is called.</source>
        <translation>Bấm vào cửa sổ quầy %1 rồi nhấn F2: số kế tiếp được gọi.</translation>
    </message>
    <message>
        <source>Click counter %1, type the PIN %2, press Enter, then F2: the next number is called.</source>
        <translation>Bấm vào quầy %1, gõ mã PIN %2, nhấn Enter rồi F2: số kế tiếp được gọi.</translation>
    </message>
</context>
<context>
    <name>motcua::DeskField</name>
    <message>
        <source>Read from the ID card</source>
        <translation>Đọc từ căn cước</translation>
    </message>
</context>
<context>
    <name>motcua::DocumentTable</name>
    <message>
        <source>Document</source>
        <translation>Giấy tờ</translation>
    </message>
    <message>
        <source>Originals</source>
        <translation>Chính</translation>
    </message>
    <message>
        <source>Certified</source>
        <translation>Chứng thực</translation>
    </message>
    <message>
        <source>Copies</source>
        <translation>Sao</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Trạng thái</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Thành phần hồ sơ</translation>
    </message>
</context>
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
        <source>There is no priority class &quot;%1&quot;. The branch file names them.</source>
        <translation>Không có diện ưu tiên &quot;%1&quot;. Hãy xem các diện trong tệp chi nhánh.</translation>
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
    <message numerus="yes">
        <source>Too many wrong tries. Wait %n second(s), then try again.</source>
        <translation>
            <numerusform>Nhập sai mã PIN quá nhiều lần. Hãy chờ %n giây rồi thử lại.</numerusform>
        </translation>
    </message>
    <message>
        <source>No new PIN was set. Choose 6 to 12 digits, not all the same, not counting up or down and without a repeated pattern.</source>
        <translation>Chưa đặt mã PIN mới. Hãy chọn 6 đến 12 chữ số, không trùng nhau cả, không tăng hay giảm dần, không lặp lại.</translation>
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
        <source>The data could not be saved. Nothing was acknowledged; check the disk, then start again.</source>
        <translation>Không lưu được dữ liệu. Chưa ghi nhận gì; hãy kiểm tra đĩa rồi chạy lại.</translation>
    </message>
    <message>
        <source>There is no appointment &quot;%1&quot;. Take a normal number.</source>
        <translation>Không có lịch hẹn &quot;%1&quot;. Hãy lấy số thường.</translation>
    </message>
    <message>
        <source>Counter %1 is on a break. End the break first.</source>
        <translation>Quầy %1 đang tạm nghỉ. Hãy kết thúc nghỉ trước.</translation>
    </message>
    <message>
        <source>This appointment has its number already: %1. Wait for it to be called.</source>
        <translation>Lịch hẹn này đã có số: %1. Xin chờ gọi.</translation>
    </message>
    <message>
        <source>This appointment is on %1. Come on that day, or take a normal number.</source>
        <translation>Lịch hẹn này vào ngày %1. Hãy đến đúng ngày, hoặc lấy số thường.</translation>
    </message>
    <message>
        <source>%1 may not do this. Ask the head of the branch for the permission.</source>
        <translation>%1 chưa được phép làm việc này. Hãy xin trưởng chi nhánh cấp quyền.</translation>
    </message>
    <message>
        <source>The bookings file has faults. Nothing was changed; correct them and try again:%1</source>
        <translation>Tệp lịch hẹn có lỗi. Chưa thay đổi gì; hãy sửa rồi thử lại:%1</translation>
    </message>
    <message>
        <source>There is no screen here. Start it in a graphical session.</source>
        <translation>Máy này không có màn hình. Hãy chạy trong phiên đồ họa.</translation>
    </message>
    <message>
        <source>There is no member of staff with the code &quot;%1&quot;. Check the code.</source>
        <translation>Không có cán bộ nào mang mã “%1”. Hãy kiểm tra lại mã.</translation>
    </message>
    <message>
        <source>There is no number %1 today. Check the number.</source>
        <translation>Hôm nay không có số %1. Hãy kiểm tra lại số.</translation>
    </message>
    <message numerus="yes">
        <source>The counter is still in use at another PC. Try again in %n second(s).</source>
        <translation>
            <numerusform>Quầy còn hoạt động ở máy khác. Thử lại sau %n giây.</numerusform>
        </translation>
    </message>
    <message>
        <source>That cannot be done with number %1 now. Look where it stands.</source>
        <translation>Lúc này không làm được việc đó với số %1. Hãy xem số đang ở trạng thái nào.</translation>
    </message>
    <message>
        <source>%1 has no PIN yet. Ask the head of the branch to set one.</source>
        <translation>%1 chưa có mã PIN. Nhờ phụ trách đặt mã PIN.</translation>
    </message>
    <message>
        <source>Too many wrong tries: the PIN of %1 is locked. Ask the head of the branch to set a new one.</source>
        <translation>Nhập sai quá nhiều lần: mã PIN của %1 đã bị khóa. Nhờ phụ trách đặt lại mã PIN.</translation>
    </message>
    <message>
        <source>There is no dossier &quot;%1&quot; at this branch. Check the code.</source>
        <translation>Chi nhánh này không có hồ sơ “%1”. Hãy kiểm tra lại mã.</translation>
    </message>
    <message>
        <source>The intake is not complete. Nothing was recorded; correct it and try again:%1</source>
        <translation>Hồ sơ tiếp nhận chưa đủ. Chưa ghi gì cả; hãy sửa rồi thử lại:%1</translation>
    </message>
    <message>
        <source>Dossier %1 is recorded already. One dossier has one code: check what was pasted.</source>
        <translation>Hồ sơ %1 đã được ghi. Mỗi hồ sơ chỉ có một mã: hãy kiểm tra mã vừa dán.</translation>
    </message>
    <message>
        <source>This cannot be done with dossier %1 any more. Open it to see where it stands.</source>
        <translation>Không làm được việc này với hồ sơ %1 nữa. Hãy mở hồ sơ để xem đang ở bước nào.</translation>
    </message>
    <message>
        <source>The key of this branch is not there or is another one: %1. Records of citizens stay closed until its copy is put back.</source>
        <translation>Không thấy tệp khóa của chi nhánh, hoặc khóa không đúng: %1. Hồ sơ của công dân chỉ mở được khi đặt lại bản sao của khóa.</translation>
    </message>
    <message>
        <source>By this PC&apos;s clock today is %1. With a wrong clock too much would be erased, so nothing was. Check it and open the day; after a rest of over 36 hours name today: --today YYYY-MM-DD</source>
        <translation>Theo đồng hồ máy này, hôm nay là %1. Đồng hồ sai có thể khiến xóa nhầm, nên chưa xóa gì. Hãy kiểm tra đồng hồ và mở ngày làm việc; nếu đã nghỉ hơn 36 giờ, hãy ghi rõ ngày hôm nay: --today YYYY-MM-DD</translation>
    </message>
    <message>
        <source>This branch does not use a form &quot;%1&quot;. Its settings name those it uses.</source>
        <translation>Chi nhánh không dùng mẫu “%1”. Xem các mẫu được dùng trong cài đặt của chi nhánh.</translation>
    </message>
    <message>
        <source>This form does not fit where the dossier stands: %1. Record what happened first.</source>
        <translation>Mẫu này không hợp với tình trạng hồ sơ: %1. Hãy ghi nhận việc đã làm trước.</translation>
    </message>
    <message>
        <source>This form was printed already: %1. Print it again as a reprint, and say why.</source>
        <translation>Mẫu này đã in rồi: %1. Hãy in lại và ghi lý do.</translation>
    </message>
    <message>
        <source>This form was never printed: %1. Print it first.</source>
        <translation>Mẫu này chưa in lần nào: %1. Hãy in lần đầu trước.</translation>
    </message>
    <message>
        <source>This program does not have the words of form %1 any more, so it cannot be printed as it was. What was recorded is kept; install the version that printed it.</source>
        <translation>Chương trình không còn nội dung của mẫu %1 nên không in lại đúng như cũ được. Dữ liệu vẫn còn nguyên; hãy cài phiên bản đã in mẫu này.</translation>
    </message>
    <message>
        <source>This PC has too little free memory to look up an ID number. Nothing was recorded; close other programs and try again.</source>
        <translation>Máy này không đủ bộ nhớ trống để tra số định danh. Chưa ghi nhận gì; hãy đóng bớt chương trình khác rồi thử lại.</translation>
    </message>
    <message>
        <source>There is data already: %1. Nothing was overwritten; choose another place.</source>
        <translation>Đã có dữ liệu ở đây: %1. Chưa ghi đè gì; hãy chọn nơi khác.</translation>
    </message>
    <message>
        <source>The driver for %1 is not installed on this PC. Install the package libqt6sql6-psql.</source>
        <translation>Máy này chưa cài trình điều khiển cho %1. Hãy cài gói libqt6sql6-psql.</translation>
    </message>
    <message>
        <source>The branch&apos;s server cannot be reached, or does not let this PC in: %1. Check the network cable and whether the server runs.</source>
        <translation>Không kết nối được tới máy chủ của chi nhánh, hoặc máy chủ không cho máy này vào: %1. Hãy kiểm tra dây mạng và xem máy chủ có đang chạy không.</translation>
    </message>
    <message>
        <source>The branch&apos;s server could lose numbers in a power cut: %1. Nothing was changed; switch it on at the server.</source>
        <translation>Máy chủ của chi nhánh có thể mất số khi mất điện: %1. Chưa thay đổi gì; hãy bật thiết đặt này trên máy chủ.</translation>
    </message>
    <message>
        <source>The branch&apos;s server is not set up for this program: %1. It needs PostgreSQL 15 or newer and a database with UTF8 and LC_COLLATE &apos;C&apos;.</source>
        <translation>Máy chủ của chi nhánh chưa được thiết đặt cho phần mềm này: %1. Cần PostgreSQL 15 trở lên và cơ sở dữ liệu UTF8 với LC_COLLATE &apos;C&apos;.</translation>
    </message>
    <message>
        <source>The connection to the branch&apos;s server was lost. Look whether the last step was done before you repeat it.</source>
        <translation>Mất kết nối tới máy chủ của chi nhánh. Hãy xem bước vừa rồi đã được ghi chưa trước khi làm lại.</translation>
    </message>
    <message>
        <source>No PC is enrolled as &quot;%1&quot;. See: motcua server list</source>
        <translation>Chưa có máy nào được cấp tên &quot;%1&quot;. Hãy xem: motcua server list</translation>
    </message>
    <message>
        <source>A PC is enrolled as &quot;%1&quot; already. Choose another name, or revoke it first: motcua server revoke</source>
        <translation>Đã có máy mang tên &quot;%1&quot;. Hãy chọn tên khác, hoặc thu hồi máy đó trước: motcua server revoke</translation>
    </message>
    <message>
        <source>There is something else in %1. Nothing was changed; name a folder that is empty or does not exist.</source>
        <translation>Trong %1 đang có thứ khác. Chưa thay đổi gì; hãy nêu một thư mục trống hoặc chưa có.</translation>
    </message>
    <message>
        <source>The code does not open this file. Type it as it was printed when the PC was enrolled.</source>
        <translation>Mã này không mở được tệp. Hãy gõ đúng mã đã in ra khi cấp quyền cho máy.</translation>
    </message>
    <message>
        <source>The server does not take this file any more: a PC joined with it, or a day has passed. Enrol the PC again: motcua server enrol</source>
        <translation>Máy chủ không nhận tệp này nữa: đã có máy dùng tệp để tham gia, hoặc đã quá một ngày. Hãy cấp quyền lại cho máy: motcua server enrol</translation>
    </message>
    <message>
        <source>The branch&apos;s data is on a server: %1. Back it up and restore it there: motcua server backup</source>
        <translation>Dữ liệu của chi nhánh nằm trên máy chủ: %1. Hãy sao lưu và khôi phục ngay tại máy chủ: motcua server backup</translation>
    </message>
    <message>
        <source>%1 is not installed on this PC. Install it: apt install postgresql openssl</source>
        <translation>Máy này chưa cài %1. Hãy cài: apt install postgresql openssl</translation>
    </message>
    <message>
        <source>%1. Nothing is ready to use; put it right and try again.</source>
        <translation>%1. Chưa có gì dùng được; hãy khắc phục rồi làm lại.</translation>
    </message>
    <message>
        <source>The branch has moved already: %1. Nothing is left to do.</source>
        <translation>Chi nhánh đã được chuyển rồi: %1. Không còn việc gì phải làm.</translation>
    </message>
    <message>
        <source>This database was replaced by a restored one, or the branch has moved: %1. Start the program again.</source>
        <translation>Dữ liệu này đã được thay bằng bản khôi phục hoặc chi nhánh đã chuyển đi: %1. Hãy khởi động lại chương trình.</translation>
    </message>
    <message>
        <source>The branch&apos;s server does not let this PC do that, or has shut it out. Do it at a PC that was enrolled for it, or have this one enrolled again.</source>
        <translation>Máy chủ của chi nhánh không cho máy này làm việc đó, hoặc đã thu hồi quyền của máy này. Hãy làm trên máy được cấp quyền, hoặc nhờ quản trị đăng ký lại máy này.</translation>
    </message>
    <message>
        <source>The register has no such place: %1. See: motcua centre places</source>
        <translation>Danh mục địa điểm không có mã này: %1. Xem: motcua centre places</translation>
    </message>
    <message>
        <source>This branch had no business day on %1. Check the date.</source>
        <translation>Chi nhánh không có ngày làm việc %1. Hãy kiểm tra lại ngày.</translation>
    </message>
    <message>
        <source>The centre has another history of %1 than this PC: a copy of its data is in use somewhere, or was put back by hand. Nothing was sent. Find the copy; a backup is put back with: motcua restore FILE</source>
        <translation>Trung tâm có lịch sử của %1 khác với máy này: một bản sao dữ liệu đang được dùng ở nơi khác, hoặc dữ liệu đã bị chép lại bằng tay. Chưa gửi gì cả. Hãy tìm bản sao đó; bản sao lưu được khôi phục bằng lệnh: motcua restore FILE</translation>
    </message>
    <message>
        <source>This program is too old for the centre. Everything is kept and goes up once it is updated.</source>
        <translation>Chương trình trên máy này quá cũ so với Trung tâm. Mọi dữ liệu vẫn được giữ và sẽ được gửi sau khi cập nhật.</translation>
    </message>
    <message>
        <source>The centre is older than this program. Everything is kept and goes up once the centre is updated: motcua centre init</source>
        <translation>Trung tâm đang dùng phiên bản cũ hơn chương trình này. Mọi dữ liệu vẫn được giữ và sẽ được gửi sau khi Trung tâm cập nhật: motcua centre init</translation>
    </message>
    <message>
        <source>The centre could not do it: %1. Nothing was changed there; try again later.</source>
        <translation>Trung tâm không thực hiện được: %1. Dữ liệu ở đó không thay đổi; hãy thử lại sau.</translation>
    </message>
    <message>
        <source>The centre has something else of %1 than this branch, though it was sent once more. Check the branch with: motcua verify</source>
        <translation>Dữ liệu ngày %1 ở Trung tâm khác với chi nhánh, dù đã gửi lại một lần. Hãy kiểm tra chi nhánh bằng lệnh: motcua verify</translation>
    </message>
    <message>
        <source>Stopped. Nothing was written.</source>
        <translation>Đã dừng. Không có gì được ghi ra.</translation>
    </message>
    <message>
        <source>No business day is open: it was closed, or is not opened yet. Open it with: motcua day open</source>
        <translation>Không có ngày làm việc nào đang mở: đã đóng hoặc chưa mở. Mở bằng: motcua day open</translation>
    </message>
    <message>
        <source>The centre cannot be reached: %1. Check the network and the address. Nothing is lost; a sync goes on where the last one stopped.</source>
        <translation>Không kết nối được với Trung tâm: %1. Hãy kiểm tra mạng và địa chỉ. Không mất gì cả; lần đồng bộ sau sẽ tiếp tục từ chỗ dừng.</translation>
    </message>
    <message>
        <source>%1 row(s) are set aside at the centre, because none of its tables takes them; all others are there. At the centre: motcua centre init brings it up to date, then motcua centre clear</source>
        <translation>%1 dòng đang được để riêng ở Trung tâm vì không bảng nào nhận; mọi dòng khác đã tới. Tại Trung tâm: motcua centre init để nâng cấp, sau đó motcua centre clear</translation>
    </message>
    <message>
        <source>There is no comment with the id &quot;%1&quot;. See: motcua rating list</source>
        <translation>Không có góp ý nào mang mã &quot;%1&quot;. Xem: motcua rating list</translation>
    </message>
    <message>
        <source>Nobody was served at counter %1 in the last ten minutes. A visit can be rated when it has just ended.</source>
        <translation>Trong mười phút qua không có ai được phục vụ xong ở quầy %1. Chỉ đánh giá được lượt vừa kết thúc.</translation>
    </message>
    <message>
        <source>The visit of number %1 has its rating already. The first one counts.</source>
        <translation>Lượt của số %1 đã có đánh giá. Đánh giá đầu tiên được tính.</translation>
    </message>
    <message>
        <source>Somebody has dealt with this comment already. Nothing was changed; see: motcua rating list</source>
        <translation>Góp ý này đã có người xử lý. Không có gì thay đổi; xem: motcua rating list</translation>
    </message>
    <message>
        <source>The roster has mistakes; nothing was taken over. Correct it and import it again:%1</source>
        <translation>Lịch trực có lỗi nên chưa nhận gì. Hãy sửa rồi nhập lại:%1</translation>
    </message>
    <message>
        <source>There is no centre of this version here: %1. At the centre it is made, or brought up to date, with: motcua centre init</source>
        <translation>Ở đây không có cơ sở dữ liệu Trung tâm đúng phiên bản này: %1. Tại Trung tâm, tạo mới hoặc nâng cấp bằng: motcua centre init</translation>
    </message>
    <message>
        <source>The centre does not let this login do that: %1. It was shut out, it has got a new password, or it is of the other kind: a branch&apos;s sends, a reader&apos;s reads. Nothing is lost; have the centre make a new file: motcua centre enrol CODE, or NAME --reader</source>
        <translation>Trung tâm không cho tài khoản này làm việc đó: %1. Tài khoản đã bị khóa, đã đổi mật khẩu, hoặc thuộc loại khác: tài khoản chi nhánh để gửi, tài khoản người xem để đọc. Không mất gì; đề nghị Trung tâm cấp tệp mới: motcua centre enrol MÃ, hoặc TÊN --reader</translation>
    </message>
    <message>
        <source>&quot;%1&quot; has not printed it; what was recorded is kept. Look at the printer and its queue, then print it again, or save it as PDF.</source>
        <translation>Máy in “%1” chưa in; những gì đã ghi nhận vẫn được giữ. Hãy xem máy in và hàng đợi, rồi in lại hoặc lưu thành PDF.</translation>
    </message>
    <message>
        <source>The centre cannot be written to now: %1. It is under maintenance, or a standby answers for it. Nothing is lost and the login is right: it is tried again by itself; if that goes on, ask whoever keeps the centre.</source>
        <translation>Hiện không ghi được vào Trung tâm: %1. Máy chủ đang bảo trì, hoặc máy dự phòng đang trả lời thay. Không mất gì và tài khoản vẫn đúng: sẽ tự thử lại; nếu kéo dài, hãy hỏi người quản lý máy chủ của Trung tâm.</translation>
    </message>
</context>
<context>
    <name>motcua::FaultSummary</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>và %n mục nữa</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>motcua::FindLayer</name>
    <message>
        <source>Find a dossier</source>
        <translation>Tìm hồ sơ</translation>
    </message>
    <message>
        <source>Only those that are late</source>
        <translation>Chỉ hồ sơ quá hạn</translation>
    </message>
    <message>
        <source>Go on with it</source>
        <translation>Tiếp tục hồ sơ này</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Mở</translation>
    </message>
    <message>
        <source>Code, name, ID number or phone</source>
        <translation>Mã, họ tên, số định danh hoặc điện thoại</translation>
    </message>
    <message>
        <source>Esc goes back</source>
        <translation>Esc để quay lại</translation>
    </message>
    <message>
        <source>Opening a record is logged.</source>
        <translation>Mỗi lần mở hồ sơ đều được ghi nhận.</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>Đang tìm…</translation>
    </message>
    <message>
        <source>Nothing was found.</source>
        <translation>Không tìm thấy hồ sơ nào.</translation>
    </message>
    <message>
        <source>Late since %1</source>
        <translation>Quá hạn từ %1</translation>
    </message>
    <message>
        <source>Print today&apos;s register</source>
        <translation>In sổ hôm nay</translation>
    </message>
</context>
<context>
    <name>motcua::GroupsPanel</name>
    <message>
        <source>Whole branch</source>
        <translation>Toàn chi nhánh</translation>
    </message>
    <message>
        <source>waiting · longest</source>
        <translation>chờ · lâu nhất</translation>
    </message>
</context>
<context>
    <name>motcua::HeatCalendar</name>
    <message>
        <source>Numbers given each day</source>
        <translation>Số cấp mỗi ngày</translation>
    </message>
    <message numerus="yes">
        <source>%1 %2: %n number(s)</source>
        <translation>
            <numerusform>%1 %2: %n số</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 %2: closed</source>
        <translation>%1 %2: nghỉ</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Nghỉ</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>Tuần</translation>
    </message>
    <message>
        <source>under %1</source>
        <translation>dưới %1</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>từ %1</translation>
    </message>
    <message>
        <source>usual on a %1: %2</source>
        <translation>%1 thường có: %2</translation>
    </message>
    <message>
        <source>%1 %2: no figures</source>
        <translation>%1 %2: không có số liệu</translation>
    </message>
    <message>
        <source>%1 %2: not sent yet</source>
        <translation>%1 %2: chưa gửi</translation>
    </message>
    <message>
        <source>the day was not closed when it came</source>
        <translation>ngày chưa đóng khi gửi lên</translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation>Chưa gửi</translation>
    </message>
    <message>
        <source>not all branches have sent it</source>
        <translation>còn chi nhánh chưa gửi</translation>
    </message>
</context>
<context>
    <name>motcua::HourBars</name>
    <message>
        <source>%1h: %2 issued, %3 served</source>
        <translation>%1h: cấp %2 số, phục vụ xong %3</translation>
    </message>
    <message>
        <source>Visits by hour</source>
        <translation>Lượt theo giờ</translation>
    </message>
    <message>
        <source>%1h</source>
        <translation>%1h</translation>
    </message>
    <message>
        <source>lunch</source>
        <translation>nghỉ trưa</translation>
    </message>
</context>
<context>
    <name>motcua::IdlePage</name>
    <message>
        <source>On a break since %1</source>
        <translation>Tạm nghỉ từ %1</translation>
    </message>
    <message>
        <source>Next for counter %1</source>
        <translation>Số kế tiếp của quầy %1</translation>
    </message>
    <message>
        <source>Waited %1</source>
        <translation>Đã chờ %1</translation>
    </message>
    <message>
        <source>The day is not open</source>
        <translation>Chưa mở ngày làm việc</translation>
    </message>
    <message>
        <source>Nobody is waiting</source>
        <translation>Không còn ai chờ</translation>
    </message>
    <message>
        <source>New numbers appear with a short sound.</source>
        <translation>Số mới sẽ tự hiện và có một tiếng báo ngắn.</translation>
    </message>
    <message>
        <source>The speaker will say</source>
        <translation>Loa sẽ đọc</translation>
    </message>
    <message>
        <source>My day</source>
        <translation>Hôm nay của tôi</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>từ %1</translation>
    </message>
    <message>
        <source>served</source>
        <translation>lượt phục vụ</translation>
    </message>
    <message>
        <source>min each</source>
        <translation>phút mỗi lượt</translation>
    </message>
    <message>
        <source>intakes recorded</source>
        <translation>hồ sơ đã ghi</translation>
    </message>
    <message>
        <source>To supplement %1 · Rejected %2 · No-show %3</source>
        <translation>Cần bổ sung %1 · Từ chối %2 · Vắng mặt %3</translation>
    </message>
</context>
<context>
    <name>motcua::InboxPage</name>
    <message>
        <source>Comments</source>
        <translation>Góp ý</translation>
    </message>
    <message>
        <source>Reading what citizens wrote…</source>
        <translation>Đang đọc góp ý của công dân…</translation>
    </message>
    <message>
        <source>The comments cannot be shown.</source>
        <translation>Không hiển thị được góp ý.</translation>
    </message>
    <message>
        <source>%1 of %2 handled (%3)</source>
        <translation>đã xử lý %1 trên %2 (%3)</translation>
    </message>
    <message>
        <source>No citizen has written anything yet.</source>
        <translation>Chưa có công dân nào góp ý.</translation>
    </message>
    <message>
        <source>Comments come from the tablets at the counters.</source>
        <translation>Góp ý đến từ máy đánh giá ở các quầy.</translation>
    </message>
    <message>
        <source>Very satisfied</source>
        <translation>Rất hài lòng</translation>
    </message>
    <message>
        <source>Satisfied</source>
        <translation>Hài lòng</translation>
    </message>
    <message>
        <source>Not satisfied</source>
        <translation>Không hài lòng</translation>
    </message>
    <message>
        <source>Number %1 · counter %2 · %3</source>
        <translation>Số %1 · quầy %2 · %3</translation>
    </message>
    <message>
        <source>Handled…</source>
        <translation>Đã xử lý…</translation>
    </message>
    <message>
        <source>%1 more come up as these are dealt with.</source>
        <translation>Còn %1 góp ý nữa, sẽ hiện khi các góp ý trên được xử lý.</translation>
    </message>
    <message>
        <source>Erased after the branch&apos;s time for comments.</source>
        <translation>Đã xóa khi hết thời hạn lưu góp ý của chi nhánh.</translation>
    </message>
    <message>
        <source>Handled by %1, %2</source>
        <translation>%1 đã xử lý, %2</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>Cách xử lý</translation>
    </message>
    <message>
        <source>Note as handled</source>
        <translation>Ghi là đã xử lý</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Quay lại</translation>
    </message>
    <message>
        <source>Handled by (code)</source>
        <translation>Người xử lý (mã)</translation>
    </message>
</context>
<context>
    <name>motcua::IntakeForm</name>
    <message>
        <source>Authorisation paper</source>
        <translation>Giấy ủy quyền</translation>
    </message>
    <message>
        <source>Type by hand</source>
        <translation>Nhập tay</translation>
    </message>
    <message>
        <source>Applicant</source>
        <translation>Người nộp hồ sơ</translation>
    </message>
    <message>
        <source>On behalf of somebody</source>
        <translation>Nộp thay</translation>
    </message>
    <message>
        <source>Owner of the dossier</source>
        <translation>Chủ hồ sơ</translation>
    </message>
    <message>
        <source>Procedure</source>
        <translation>Thủ tục</translation>
    </message>
    <message>
        <source>Type a name without accents, or a code</source>
        <translation>Gõ tên không dấu hoặc mã</translation>
    </message>
    <message>
        <source>not taken here</source>
        <translation>không nhận tại đây</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>Trường hợp</translation>
    </message>
    <message>
        <source>All are here</source>
        <translation>Đã đủ</translation>
    </message>
    <message>
        <source>Another paper</source>
        <translation>Giấy tờ khác</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Thành phần hồ sơ</translation>
    </message>
    <message>
        <source>Name of another paper, then Enter</source>
        <translation>Tên giấy tờ khác, rồi Enter</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Kết quả tiếp nhận</translation>
    </message>
    <message>
        <source>Dossier</source>
        <translation>Hồ sơ</translation>
    </message>
    <message>
        <source>Result due</source>
        <translation>Hẹn trả kết quả</translation>
    </message>
    <message>
        <source>At the counter</source>
        <translation>Tại quầy</translation>
    </message>
    <message>
        <source>By post</source>
        <translation>Qua bưu điện</translation>
    </message>
    <message>
        <source>Electronic copy</source>
        <translation>Bản điện tử</translation>
    </message>
    <message>
        <source>Collect result</source>
        <translation>Nhận kết quả</translation>
    </message>
    <message>
        <source>Sets</source>
        <translation>Số bộ hồ sơ</translation>
    </message>
    <message>
        <source>Why the date is another than the rule&apos;s</source>
        <translation>Lý do hẹn khác ngày theo quy định</translation>
    </message>
    <message>
        <source>Fee, code, how it came and other details</source>
        <translation>Lệ phí, mã hồ sơ, cách nộp và chi tiết khác</translation>
    </message>
    <message>
        <source>Fee (đồng)</source>
        <translation>Lệ phí (đồng)</translation>
    </message>
    <message>
        <source>Why nothing is to be paid</source>
        <translation>Lý do miễn, giảm</translation>
    </message>
    <message>
        <source>Online</source>
        <translation>Trực tuyến</translation>
    </message>
    <message>
        <source>It came</source>
        <translation>Cách nộp</translation>
    </message>
    <message>
        <source>Official dossier code</source>
        <translation>Mã hồ sơ chính thức</translation>
    </message>
    <message>
        <source>Competent unit</source>
        <translation>Đơn vị giải quyết</translation>
    </message>
    <message>
        <source>Where to collect</source>
        <translation>Nơi nhận kết quả</translation>
    </message>
    <message>
        <source>ID card read %1</source>
        <translation>Đã đọc căn cước %1</translation>
    </message>
    <message>
        <source>This is another person&apos;s card than the applicant&apos;s. F8 and a second scan replace the applicant; for the owner tick &quot;On behalf of somebody&quot; first.</source>
        <translation>Đây là thẻ của người khác với người nộp. Bấm F8 rồi quét lại để thay người nộp; nếu là chủ hồ sơ, chọn “Nộp thay” trước.</translation>
    </message>
    <message>
        <source>Not all of the card could be read. Type what is missing.</source>
        <translation>Chưa đọc được hết thẻ. Vui lòng nhập phần còn thiếu.</translation>
    </message>
    <message>
        <source>This card is past the age at which it has to be renewed. Look at the date on it and ask for the new one.</source>
        <translation>Thẻ này đã qua tuổi phải cấp đổi. Xem hạn trên thẻ và hỏi thẻ mới.</translation>
    </message>
    <message>
        <source>Came before</source>
        <translation>Đã từng nộp hồ sơ</translation>
    </message>
    <message>
        <source>phone %1</source>
        <translation>điện thoại %1</translation>
    </message>
    <message numerus="yes">
        <source>%n open dossier(s)</source>
        <translation>
            <numerusform>%n hồ sơ đang giải quyết</numerusform>
        </translation>
    </message>
    <message>
        <source>Use the data</source>
        <translation>Dùng dữ liệu</translation>
    </message>
    <message>
        <source>Case %1</source>
        <translation>Trường hợp %1</translation>
    </message>
    <message>
        <source>%1/%2 required present</source>
        <translation>Đủ %1/%2 giấy tờ bắt buộc</translation>
    </message>
    <message>
        <source>Why it is refused, in a sentence, with the legal basis</source>
        <translation>Lý do từ chối, viết thành câu, nêu căn cứ pháp lý</translation>
    </message>
    <message>
        <source>What is to be completed</source>
        <translation>Nội dung cần bổ sung</translation>
    </message>
    <message>
        <source>Nothing in the list is missing yet: mark it there, or write it.</source>
        <translation>Danh mục chưa có mục nào thiếu: đánh dấu ở trên hoặc ghi vào đây.</translation>
    </message>
    <message>
        <source>One notice names all of it: %1</source>
        <translation>Phiếu yêu cầu nêu đủ một lần: %1</translation>
    </message>
    <message>
        <source>Only the visit is kept, no dossier is opened.</source>
        <translation>Chỉ lưu lượt hướng dẫn, không mở hồ sơ.</translation>
    </message>
    <message>
        <source>Result due (%1)</source>
        <translation>Hẹn trả kết quả (%1)</translation>
    </message>
    <message>
        <source>A new dossier</source>
        <translation>Hồ sơ mới</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>Đã lưu %1</translation>
    </message>
    <message>
        <source>Not saved yet</source>
        <translation>Chưa lưu được</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
    <message>
        <source>Write the day as 20/11/1991.</source>
        <translation>Ghi ngày như 20/11/1991.</translation>
    </message>
    <message>
        <source>Write day and hour as 20/11/2026 16:30.</source>
        <translation>Ghi ngày giờ như 20/11/2026 16:30.</translation>
    </message>
    <message>
        <source>Write the fee in digits.</source>
        <translation>Ghi lệ phí bằng chữ số.</translation>
    </message>
    <message>
        <source>Choose it from the list.</source>
        <translation>Chọn trong danh sách.</translation>
    </message>
    <message numerus="yes">
        <source>Cannot finish: %n item(s) left</source>
        <translation>
            <numerusform>Chưa hoàn tất được: còn %n mục</numerusform>
        </translation>
    </message>
    <message>
        <source>There is no dossier %1 here.</source>
        <translation>Ở đây không có hồ sơ %1.</translation>
    </message>
    <message>
        <source>The dossier %1 does not go on. It stands: %2.</source>
        <translation>Hồ sơ %1 không tiếp tục được. Tình trạng: %2.</translation>
    </message>
    <message>
        <source>Choose first which dossier this is about.</source>
        <translation>Hãy chọn hồ sơ nào trước.</translation>
    </message>
    <message>
        <source>Scan the receipt or find the dossier first: %1.</source>
        <translation>Hãy quét giấy hẹn hoặc tìm hồ sơ trước: %1.</translation>
    </message>
    <message>
        <source>The dossier %1 is not of who is here. Look at the authorisation or the relationship before you go on.</source>
        <translation>Hồ sơ %1 không phải của người đang ở quầy. Hãy xem giấy ủy quyền hoặc giấy tờ quan hệ trước khi làm tiếp.</translation>
    </message>
    <message>
        <source>This was read from the card. &quot;Type by hand&quot; opens it.</source>
        <translation>Ô này được đọc từ căn cước. Bấm “Nhập tay” để sửa.</translation>
    </message>
    <message>
        <source>Correction</source>
        <translation>Đính chính</translation>
    </message>
    <message>
        <source>Why it is corrected</source>
        <translation>Lý do đính chính</translation>
    </message>
    <message>
        <source>where the owner lives</source>
        <translation>nơi chủ hồ sơ cư trú</translation>
    </message>
    <message>
        <source>At counter %1</source>
        <translation>Tại quầy %1</translation>
    </message>
    <message>
        <source>By the rule</source>
        <translation>Tính theo quy định</translation>
    </message>
    <message numerus="yes">
        <source>Cannot correct: %n item(s) left</source>
        <translation>
            <numerusform>Chưa đính chính được: còn %n mục</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>motcua::IntakeTexts</name>
    <message>
        <source>Enter the name as it is on the ID card or the registration.</source>
        <translation>Nhập họ tên hoặc tên tổ chức đúng như trên căn cước hoặc giấy đăng ký.</translation>
    </message>
    <message>
        <source>Scan the ID card, or type its number; another paper&apos;s number does too.</source>
        <translation>Quét căn cước hoặc nhập số; số giấy tờ khác cũng được.</translation>
    </message>
    <message>
        <source>Enter the tax code of the organisation.</source>
        <translation>Nhập mã số thuế của tổ chức.</translation>
    </message>
    <message>
        <source>Enter the address. It may be anywhere in the country.</source>
        <translation>Nhập địa chỉ. Ở tỉnh nào cũng tiếp nhận.</translation>
    </message>
    <message>
        <source>Name the paper that lets the applicant act for the owner.</source>
        <translation>Ghi giấy tờ ủy quyền cho người nộp thay.</translation>
    </message>
    <message>
        <source>Choose the procedure.</source>
        <translation>Chọn thủ tục.</translation>
    </message>
    <message>
        <source>There is no procedure with this code. Search for it by name.</source>
        <translation>Không có thủ tục nào mang mã này. Hãy tìm theo tên.</translation>
    </message>
    <message>
        <source>Choose the case of the procedure.</source>
        <translation>Chọn trường hợp của thủ tục.</translation>
    </message>
    <message>
        <source>Name the paper, or remove its line.</source>
        <translation>Ghi tên giấy tờ hoặc bỏ dòng này.</translation>
    </message>
    <message>
        <source>This paper is required. Receive it, or choose to ask for it.</source>
        <translation>Giấy tờ này là bắt buộc. Hãy nhận, hoặc chọn Bổ sung.</translation>
    </message>
    <message>
        <source>The number of sheets does not fit what became of this paper. Correct one.</source>
        <translation>Số bản không khớp với trạng thái của giấy tờ. Hãy sửa lại một trong hai.</translation>
    </message>
    <message>
        <source>Enter a number from 0 to 999.</source>
        <translation>Nhập số từ 0 đến 999.</translation>
    </message>
    <message>
        <source>Mark every paper that is missing, or write what is to be completed.</source>
        <translation>Đánh dấu mọi giấy tờ còn thiếu, hoặc ghi nội dung cần hoàn thiện.</translation>
    </message>
    <message>
        <source>Write why the dossier is refused.</source>
        <translation>Ghi lý do từ chối hồ sơ.</translation>
    </message>
    <message>
        <source>Write the reason in a sentence that the citizen understands.</source>
        <translation>Ghi lý do thành câu để công dân hiểu được.</translation>
    </message>
    <message>
        <source>This is no official dossier code. Paste or scan it again.</source>
        <translation>Đây không phải mã hồ sơ chính thức. Hãy dán hoặc quét lại.</translation>
    </message>
    <message>
        <source>Choose the dossier whose result is handed over.</source>
        <translation>Chọn hồ sơ được trả kết quả.</translation>
    </message>
    <message>
        <source>This is no dossier code. Paste or scan it again.</source>
        <translation>Đây không phải mã hồ sơ. Hãy dán hoặc quét lại.</translation>
    </message>
    <message>
        <source>Enter a number of sets from 1 to 99.</source>
        <translation>Nhập số bộ hồ sơ từ 1 đến 99.</translation>
    </message>
    <message>
        <source>Enter the fee in dong, 0 for none.</source>
        <translation>Nhập phí, lệ phí bằng đồng; không thu thì nhập 0.</translation>
    </message>
    <message>
        <source>There is no such ward, commune or province. Choose it from the list.</source>
        <translation>Không có phường, xã hoặc tỉnh này. Hãy chọn trong danh sách.</translation>
    </message>
    <message>
        <source>The time limit of this procedure is not known. Set the due date by hand.</source>
        <translation>Chưa rõ thời hạn giải quyết của thủ tục này. Hãy tự đặt ngày hẹn trả.</translation>
    </message>
    <message>
        <source>The due date may only be later than the rule says. Choose a later one.</source>
        <translation>Ngày hẹn trả chỉ được muộn hơn ngày tính theo quy định. Hãy chọn ngày muộn hơn.</translation>
    </message>
    <message>
        <source>Write why the due date was set by hand.</source>
        <translation>Ghi lý do tự đặt ngày hẹn trả.</translation>
    </message>
    <message>
        <source>Write why the record is corrected.</source>
        <translation>Ghi lý do đính chính.</translation>
    </message>
    <message>
        <source>An ID number has 12 digits. Scan the card, or type it again.</source>
        <translation>Số định danh có 12 chữ số. Hãy quét căn cước hoặc nhập lại.</translation>
    </message>
    <message>
        <source>This is no phone number. Enter its digits, such as 0912 345 678.</source>
        <translation>Đây không phải số điện thoại. Hãy nhập dạng 0912 345 678.</translation>
    </message>
    <message>
        <source>This is no e-mail address. Correct it, or leave it empty.</source>
        <translation>Đây không phải địa chỉ thư điện tử. Hãy sửa hoặc để trống.</translation>
    </message>
    <message>
        <source>A tax code has 10, 12 or 13 digits. Copy it from the registration.</source>
        <translation>Mã số thuế có 10, 12 hoặc 13 chữ số. Hãy chép đúng theo giấy đăng ký.</translation>
    </message>
    <message>
        <source>This day is still to come. Correct the date.</source>
        <translation>Ngày này chưa đến. Hãy sửa lại ngày.</translation>
    </message>
    <message>
        <source>This text is too long. Shorten it.</source>
        <translation>Nội dung quá dài. Hãy viết ngắn lại.</translation>
    </message>
    <message>
        <source>Letters of this text were lost on the way. Type it again.</source>
        <translation>Nội dung bị mất chữ khi nhập. Hãy nhập lại.</translation>
    </message>
    <message>
        <source>The form has no such field. Check how it is spelled.</source>
        <translation>Tờ khai không có mục này. Hãy kiểm tra tên mục.</translation>
    </message>
    <message>
        <source>This value has another shape than the field. Look at the sample form.</source>
        <translation>Giá trị không đúng kiểu của mục. Hãy xem tờ khai mẫu.</translation>
    </message>
    <message>
        <source>This field does not know the word. Look at the sample form.</source>
        <translation>Mục này không có từ đó. Hãy xem tờ khai mẫu.</translation>
    </message>
    <message>
        <source>This procedure is not taken here. Ask the help desk where to send the citizen.</source>
        <translation>Thủ tục này không tiếp nhận tại đây. Hỏi bàn hướng dẫn nơi tiếp nhận.</translation>
    </message>
    <message>
        <source>This procedure is not taken here. Tell the citizen: %1</source>
        <translation>Thủ tục này không tiếp nhận tại đây. Báo công dân: %1</translation>
    </message>
    <message>
        <source>Check this value.</source>
        <translation>Hãy kiểm tra lại mục này.</translation>
    </message>
    <message>
        <source>The applicant is under 18. Ask for the parent or guardian.</source>
        <translation>Người nộp chưa đủ 18 tuổi. Cần cha, mẹ hoặc người giám hộ.</translation>
    </message>
    <message>
        <source>The fee is not known here. Ask before you name one.</source>
        <translation>Chưa rõ mức phí, lệ phí. Hãy hỏi trước khi báo công dân.</translation>
    </message>
    <message>
        <source>The time limit is not confirmed. Check the due date before you promise it.</source>
        <translation>Thời hạn giải quyết chưa được xác nhận. Hãy kiểm tra ngày hẹn trước khi hẹn công dân.</translation>
    </message>
    <message>
        <source>Papers were asked for before. The law allows one notice.</source>
        <translation>Hồ sơ này đã được yêu cầu bổ sung. Quy định chỉ cho yêu cầu một lần.</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>đã tiếp nhận</translation>
    </message>
    <message>
        <source>papers asked for</source>
        <translation>yêu cầu bổ sung</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>từ chối</translation>
    </message>
    <message>
        <source>advised</source>
        <translation>đã hướng dẫn</translation>
    </message>
    <message>
        <source>result handed over</source>
        <translation>đã trả kết quả</translation>
    </message>
    <message>
        <source>received</source>
        <translation>đã nhận</translation>
    </message>
    <message>
        <source>shown and returned</source>
        <translation>xuất trình, đã trả lại</translation>
    </message>
    <message>
        <source>looked up in a database</source>
        <translation>tra cứu cơ sở dữ liệu</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>còn thiếu</translation>
    </message>
    <message>
        <source>not applicable</source>
        <translation>không áp dụng</translation>
    </message>
    <message>
        <source>waits for papers</source>
        <translation>chờ bổ sung</translation>
    </message>
    <message>
        <source>in process</source>
        <translation>đang giải quyết</translation>
    </message>
    <message>
        <source>no answer was recorded</source>
        <translation>chưa rõ kết quả</translation>
    </message>
    <message>
        <source>sent to the printer</source>
        <translation>đã gửi máy in</translation>
    </message>
    <message>
        <source>saved as a file</source>
        <translation>đã lưu thành tệp</translation>
    </message>
    <message>
        <source>not known whether it came out</source>
        <translation>không rõ đã ra giấy chưa</translation>
    </message>
    <message>
        <source>not printed</source>
        <translation>chưa in được</translation>
    </message>
    <message>
        <source>The dossier is about another procedure. Open a new one for this, or correct the dossier.</source>
        <translation>Hồ sơ này thuộc thủ tục khác. Hãy lập hồ sơ mới, hoặc đính chính hồ sơ.</translation>
    </message>
    <message>
        <source>The branch is closed on that day. Choose a working day.</source>
        <translation>Chi nhánh không làm việc ngày đó. Hãy chọn một ngày làm việc.</translation>
    </message>
    <message>
        <source>This is no number of an ID card or another paper. Scan the card again, or type the number as it stands there.</source>
        <translation>Đây không phải số thẻ căn cước hay giấy tờ khác. Hãy quét lại thẻ, hoặc gõ đúng số ghi trên đó.</translation>
    </message>
    <message>
        <source>Another dossier has this code. Compare it with the paper.</source>
        <translation>Mã này đã thuộc hồ sơ khác. Hãy đối chiếu với giấy tờ.</translation>
    </message>
    <message>
        <source>The holidays of that year are not confirmed yet. Ask the supervisor.</source>
        <translation>Lịch nghỉ của năm đó chưa được xác nhận. Hãy hỏi người phụ trách.</translation>
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
        <source>The citizen asks about it</source>
        <translation>Công dân hỏi về hồ sơ</translation>
    </message>
    <message>
        <source>It is being worked on</source>
        <translation>Đang xử lý hồ sơ</translation>
    </message>
    <message>
        <source>A complaint</source>
        <translation>Khiếu nại, phản ánh</translation>
    </message>
    <message>
        <source>A check of what was recorded</source>
        <translation>Kiểm tra thông tin đã ghi</translation>
    </message>
    <message>
        <source>Other reason</source>
        <translation>Lý do khác</translation>
    </message>
    <message>
        <source>Nothing differs from what is on record. Change what is wrong, or leave it.</source>
        <translation>Nội dung không khác hồ sơ đã lưu. Hãy sửa chỗ sai, hoặc để nguyên.</translation>
    </message>
    <message>
        <source>An organisation has a tax code and no ID number. Clear the number, or record the person.</source>
        <translation>Tổ chức có mã số thuế, không có số định danh. Hãy xóa số này, hoặc ghi nhận cá nhân.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Tên</translation>
    </message>
    <message>
        <source>Date of birth</source>
        <translation>Ngày sinh</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Điện thoại</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Địa chỉ</translation>
    </message>
    <message>
        <source>Ward or province</source>
        <translation>Phường, xã hoặc tỉnh</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Chủ hồ sơ</translation>
    </message>
    <message>
        <source>Authorisation</source>
        <translation>Ủy quyền</translation>
    </message>
    <message>
        <source>Procedure</source>
        <translation>Thủ tục</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>Trường hợp</translation>
    </message>
    <message>
        <source>Result due</source>
        <translation>Hẹn trả kết quả</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Lý do</translation>
    </message>
    <message>
        <source>Fee</source>
        <translation>Lệ phí</translation>
    </message>
    <message>
        <source>Sets</source>
        <translation>Số bộ hồ sơ</translation>
    </message>
    <message>
        <source>Competent unit</source>
        <translation>Đơn vị giải quyết</translation>
    </message>
    <message>
        <source>Where to collect</source>
        <translation>Nơi nhận kết quả</translation>
    </message>
    <message numerus="yes">
        <source>%n original(s)</source>
        <translation>
            <numerusform>%n bản chính</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n certified</source>
        <translation>
            <numerusform>%n bản chứng thực</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n copies</source>
        <translation>
            <numerusform>%n bản sao</numerusform>
        </translation>
    </message>
    <message>
        <source>at the counter</source>
        <translation>tại quầy</translation>
    </message>
    <message>
        <source>online</source>
        <translation>trực tuyến</translation>
    </message>
    <message>
        <source>by post</source>
        <translation>qua bưu chính</translation>
    </message>
    <message>
        <source>electronic copy</source>
        <translation>bản điện tử</translation>
    </message>
    <message>
        <source>organisation</source>
        <translation>tổ chức</translation>
    </message>
    <message>
        <source>citizen</source>
        <translation>cá nhân</translation>
    </message>
    <message>
        <source>none</source>
        <translation>không có</translation>
    </message>
    <message>
        <source>Applicant</source>
        <translation>Người nộp</translation>
    </message>
    <message>
        <source>Tax code</source>
        <translation>Mã số thuế</translation>
    </message>
    <message>
        <source>ID number</source>
        <translation>Số giấy tờ</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Thư điện tử</translation>
    </message>
    <message>
        <source>It came</source>
        <translation>Cách nộp</translation>
    </message>
    <message>
        <source>Why another date</source>
        <translation>Lý do đổi ngày hẹn</translation>
    </message>
    <message>
        <source>Official dossier code</source>
        <translation>Mã hồ sơ chính thức</translation>
    </message>
    <message>
        <source>Exemption</source>
        <translation>Lý do miễn, giảm</translation>
    </message>
    <message>
        <source>Collect result</source>
        <translation>Nhận kết quả</translation>
    </message>
    <message>
        <source>A person&apos;s name has no digits. Compare it with the card.</source>
        <translation>Họ tên không có chữ số. Hãy đối chiếu với căn cước.</translation>
    </message>
    <message>
        <source>The ID number does not fit the birth date or the sex. Compare them with the card.</source>
        <translation>Số định danh không khớp với ngày sinh hoặc giới tính. Hãy đối chiếu với căn cước.</translation>
    </message>
    <message>
        <source>Enter a phone number for the result notice, or choose &quot;No phone&quot;.</source>
        <translation>Nhập số điện thoại để báo kết quả, hoặc chọn &quot;Không có điện thoại&quot;.</translation>
    </message>
</context>
<context>
    <name>motcua::KeptLayer</name>
    <message>
        <source>%1: the form was not taken. %2</source>
        <translation>%1: hồ sơ chưa ghi được. %2</translation>
    </message>
    <message>
        <source>%1: its day was over. What was recorded counts for today.</source>
        <translation>%1: ngày làm việc đó đã đóng. Hồ sơ đã nhận được tính vào hôm nay.</translation>
    </message>
    <message>
        <source>%1 is no number of today. What was recorded is kept without it.</source>
        <translation>%1 không phải số của hôm nay. Hồ sơ đã nhận vẫn được lưu, không kèm số.</translation>
    </message>
    <message>
        <source>%1 could not be taken over. Tell the branch head.</source>
        <translation>Chưa ghi được lượt %1. Xin báo người phụ trách.</translation>
    </message>
    <message>
        <source>%1 was given back or sent on meanwhile. What was recorded is kept.</source>
        <translation>%1 đã được trả lại số hoặc chuyển đi. Hồ sơ đã nhận vẫn được lưu.</translation>
    </message>
    <message>
        <source>Done without the server</source>
        <translation>Đã làm lúc mất kết nối máy chủ</translation>
    </message>
    <message numerus="yes">
        <source>%n visit(s) to send</source>
        <translation>
            <numerusform>%n lượt chờ gửi</numerusform>
        </translation>
    </message>
    <message>
        <source>Calling, forms and finishing go on. Signing in, searching, transfers and corrections wait for the server. Receipts are printed when it is back.</source>
        <translation>Vẫn gọi số, ghi hồ sơ và hoàn tất được. Đăng nhập, tìm hồ sơ, chuyển và sửa phải chờ máy chủ. Có máy chủ lại sẽ in giấy hẹn.</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>còn %n việc nữa</numerusform>
        </translation>
    </message>
    <message>
        <source>Open the form</source>
        <translation>Mở lại hồ sơ</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
    <message>
        <source>Seen</source>
        <translation>Đã xem</translation>
    </message>
    <message>
        <source>%1 is elsewhere now, but a form was begun here. Open it to record what was handed in, or to let it go.</source>
        <translation>%1 nay ở nơi khác, nhưng tại đây có phiếu nhập dở. Mở phiếu để ghi nhận giấy tờ đã nộp, hoặc để bỏ phiếu.</translation>
    </message>
    <message>
        <source>Close with visits that are not sent?</source>
        <translation>Đóng khi còn lượt chưa gửi?</translation>
    </message>
    <message>
        <source>They are safe on this PC, and sent when this counter is opened here again and the server is there. Nobody else can see them until then.</source>
        <translation>Các lượt này an toàn tại máy này và sẽ được gửi khi quầy mở lại tại đây và có máy chủ. Cho đến lúc đó nơi khác chưa thấy được.</translation>
    </message>
    <message>
        <source>Close the counter</source>
        <translation>Đóng quầy</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>Ở lại</translation>
    </message>
    <message>
        <source>%1 was also called at counter %2. Whatever was recorded is kept.</source>
        <translation>%1 cũng được gọi ở quầy %2. Hồ sơ nào đã nhận đều được lưu.</translation>
    </message>
    <message>
        <source>They are safe on this PC, and sent once it is enrolled again. Tell whoever looks after the PCs.</source>
        <translation>Các lượt này an toàn tại máy này và sẽ được gửi khi máy được cấp quyền lại. Hãy báo người phụ trách máy.</translation>
    </message>
</context>
<context>
    <name>motcua::KeysLayer</name>
    <message>
        <source>Keys</source>
        <translation>Phím tắt</translation>
    </message>
    <message>
        <source>Finish, as F9</source>
        <translation>Hoàn tất, như F9</translation>
    </message>
    <message>
        <source>In the queue: call this number</source>
        <translation>Trong hàng chờ: gọi số này</translation>
    </message>
    <message>
        <source>Close what is in front</source>
        <translation>Đóng hộp đang mở</translation>
    </message>
    <message>
        <source>Next part of the page</source>
        <translation>Sang phần kế tiếp</translation>
    </message>
    <message>
        <source>In the papers: here, shown, looked up, missing, not needed</source>
        <translation>Ở bảng giấy tờ: nhận, xuất trình, tra cứu, thiếu, không cần</translation>
    </message>
</context>
<context>
    <name>motcua::Kiosk</name>
    <message>
        <source>over %1 min</source>
        <translation>trên %1 phút</translation>
    </message>
    <message>
        <source>Under %1 min</source>
        <translation>Dưới %1 phút</translation>
    </message>
    <message>
        <source>%1–%2 min</source>
        <translation>%1–%2 phút</translation>
    </message>
    <message>
        <source>%1 waiting</source>
        <translation>%1 người chờ</translation>
    </message>
    <message>
        <source>What do you need today?</source>
        <translation>Bạn đến làm thủ tục gì?</translation>
    </message>
    <message>
        <source>Touch a box to get a number</source>
        <translation>Chạm vào một ô để lấy số</translation>
    </message>
    <message>
        <source>I have an appointment</source>
        <translation>Tôi đã đặt lịch hẹn</translation>
    </message>
    <message>
        <source>Have an ID card? Place it on the reader below</source>
        <translation>Có căn cước? Đặt thẻ lên ô đọc bên dưới</translation>
    </message>
    <message>
        <source>Place ID card on reader</source>
        <translation>Có căn cước?
Đặt thẻ lên ô đọc</translation>
    </message>
    <message>
        <source>ID card read. Please take it back. Used for this number only.</source>
        <translation>Đã đọc căn cước. Nhớ cầm lại thẻ. Chỉ dùng để lấy số này</translation>
    </message>
    <message>
        <source>Card not read. You can go on without it.</source>
        <translation>Chưa đọc được thẻ. Không có thẻ vẫn lấy số được</translation>
    </message>
    <message>
        <source>No number yet. Try again or call staff.</source>
        <translation>Chưa lấy được số. Xin chạm lại</translation>
    </message>
    <message>
        <source>No connection to the branch. Please ask at the help desk.</source>
        <translation>Mất nối máy chủ. Xin hỏi bàn hướng dẫn</translation>
    </message>
    <message>
        <source>This machine cannot print; your number is shown on screen</source>
        <translation>Máy này không in được, số hiện trên màn hình</translation>
    </message>
    <message>
        <source>Staff have been called. Please wait here.</source>
        <translation>Đã gọi nhân viên. Xin chờ ở đây</translation>
    </message>
    <message>
        <source>The last ticket may not have been printed: %1</source>
        <translation>Phiếu vừa rồi có thể chưa in: %1</translation>
    </message>
    <message>
        <source>Print again</source>
        <translation>In lại</translation>
    </message>
    <message>
        <source>Not needed</source>
        <translation>Không cần</translation>
    </message>
    <message>
        <source>Not taking numbers</source>
        <translation>Tạm ngừng nhận</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Quay lại</translation>
    </message>
    <message>
        <source>Step %1 / %2</source>
        <translation>Bước %1 / %2</translation>
    </message>
    <message>
        <source>%1: choose a procedure</source>
        <translation>%1: chọn thủ tục</translation>
    </message>
    <message>
        <source>Choose a procedure</source>
        <translation>Chọn thủ tục</translation>
    </message>
    <message>
        <source>Procedure</source>
        <translation>Thủ tục</translation>
    </message>
    <message>
        <source>Result in</source>
        <translation>Có kết quả sau</translation>
    </message>
    <message>
        <source>Same day</source>
        <translation>Trong ngày</translation>
    </message>
    <message>
        <source>%1 days</source>
        <translation>%1 ngày</translation>
    </message>
    <message>
        <source>1 day</source>
        <translation>1 ngày</translation>
    </message>
    <message>
        <source>%1 hours</source>
        <translation>%1 giờ</translation>
    </message>
    <message>
        <source>%1–%2 days</source>
        <translation>%1–%2 ngày</translation>
    </message>
    <message>
        <source>Not sure — give me a number, staff will help</source>
        <translation>Tôi không chắc, cứ lấy số %1</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>Trang sau</translation>
    </message>
    <message>
        <source>Previous page</source>
        <translation>Trang trước</translation>
    </message>
    <message>
        <source>Page %1 / %2</source>
        <translation>Trang %1 / %2</translation>
    </message>
    <message>
        <source>Find a procedure</source>
        <translation>Tìm thủ tục</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Tìm</translation>
    </message>
    <message>
        <source>Type a few words, with or without accents</source>
        <translation>Gõ vài chữ, có dấu hay không dấu đều được</translation>
    </message>
    <message>
        <source>Nothing found. Try other words or ask us.</source>
        <translation>Không thấy thủ tục này. Thử chữ khác hoặc hỏi nhân viên</translation>
    </message>
    <message>
        <source>Not handled here: %1</source>
        <translation>Nơi này không nhận: %1</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Dấu cách</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>Xóa</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Xóa hết</translation>
    </message>
    <message>
        <source>Are you entitled to priority service?</source>
        <translation>Bạn có thuộc diện ưu tiên không?</translation>
    </message>
    <message>
        <source>Only counter staff see this.</source>
        <translation>Chỉ nhân viên quầy thấy.</translation>
    </message>
    <message>
        <source>It is never shown in the hall.</source>
        <translation>Màn hình ở sảnh không hiện.</translation>
    </message>
    <message>
        <source>No, get a regular number</source>
        <translation>Không, lấy số thường</translation>
    </message>
    <message>
        <source>Getting a number…</source>
        <translation>Đang lấy số…</translation>
    </message>
    <message>
        <source>Your number</source>
        <translation>Số của bạn</translation>
    </message>
    <message>
        <source>Ahead</source>
        <translation>Trước bạn</translation>
    </message>
    <message numerus="yes">
        <source>%n people</source>
        <translation>
            <numerusform>%n người</numerusform>
        </translation>
    </message>
    <message>
        <source>Wait</source>
        <translation>Chờ khoảng</translation>
    </message>
    <message>
        <source>called from %1 to %2</source>
        <translation>gọi từ %1 đến %2</translation>
    </message>
    <message>
        <source>called from %1</source>
        <translation>gọi từ %1</translation>
    </message>
    <message>
        <source>Counter</source>
        <translation>Quầy</translation>
    </message>
    <message>
        <source>Follow on your phone</source>
        <translation>Theo dõi trên điện thoại</translation>
    </message>
    <message>
        <source>Scan this and wait anywhere. Your phone tells you when 3 people are left.</source>
        <translation>Quét mã này, ngồi chờ ở đâu cũng được. Điện thoại báo khi còn 3 người.</translation>
    </message>
    <message>
        <source>Scan to follow your turn on your phone.</source>
        <translation>Quét mã để theo dõi lượt trên điện thoại.</translation>
    </message>
    <message>
        <source>Printing…</source>
        <translation>Đang in phiếu…</translation>
    </message>
    <message>
        <source>take your ticket below</source>
        <translation>Lấy phiếu ở khe bên dưới</translation>
    </message>
    <message>
        <source>Printed, please take it</source>
        <translation>Phiếu đã in, mời lấy</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Xong</translation>
    </message>
    <message>
        <source>Closes in %1 s</source>
        <translation>Tự đóng sau %1 giây</translation>
    </message>
    <message>
        <source>The printer is out of paper. Your number is still valid.</source>
        <translation>Máy in hết giấy, số vẫn có hiệu lực</translation>
    </message>
    <message>
        <source>The printer is open. Your number is still valid.</source>
        <translation>Máy in đang mở nắp, số vẫn có hiệu lực</translation>
    </message>
    <message>
        <source>The printer has a fault. Your number is still valid.</source>
        <translation>Máy in gặp lỗi, số vẫn có hiệu lực</translation>
    </message>
    <message>
        <source>The printer does not answer. Your number is still valid.</source>
        <translation>Máy in không trả lời, số vẫn có hiệu lực</translation>
    </message>
    <message>
        <source>This machine has no printer. Your number is valid.</source>
        <translation>Máy này không có máy in, số vẫn có hiệu lực</translation>
    </message>
    <message>
        <source>Keep your number in one of three ways</source>
        <translation>Giữ số bằng một trong ba cách</translation>
    </message>
    <message>
        <source>Take a photo of this screen</source>
        <translation>Chụp ảnh màn hình này</translation>
    </message>
    <message>
        <source>Scan the code with your phone</source>
        <translation>Quét mã bằng điện thoại</translation>
    </message>
    <message>
        <source>Ask staff to write it down</source>
        <translation>Nhờ nhân viên ghi số giúp</translation>
    </message>
    <message>
        <source>Tracking code</source>
        <translation>Mã theo dõi</translation>
    </message>
    <message>
        <source>I have it</source>
        <translation>Tôi đã giữ số</translation>
    </message>
    <message>
        <source>No more tickets today</source>
        <translation>Đã hết giờ
lấy số hôm nay</translation>
    </message>
    <message>
        <source>We are closed today</source>
        <translation>Hôm nay
nghỉ</translation>
    </message>
    <message>
        <source>We are not open yet</source>
        <translation>Chưa đến giờ
lấy số</translation>
    </message>
    <message>
        <source>Lunch break, tickets again at %1</source>
        <translation>Nghỉ trưa,
lấy số lại lúc %1</translation>
    </message>
    <message>
        <source>Today&apos;s numbers are all taken</source>
        <translation>Đã phát đủ số
hôm nay</translation>
    </message>
    <message>
        <source>Numbers are not given yet. Please ask staff.</source>
        <translation>Chưa bắt đầu lấy số.
Xin hỏi nhân viên</translation>
    </message>
    <message>
        <source>We open again</source>
        <translation>Mở cửa lại</translation>
    </message>
    <message>
        <source>%1 am</source>
        <translation>%1 sáng</translation>
    </message>
    <message>
        <source>%1 pm</source>
        <translation>%1 chiều</translation>
    </message>
    <message>
        <source>%1 today</source>
        <translation>%1 hôm nay</translation>
    </message>
    <message>
        <source>%1 tomorrow, %2</source>
        <translation>%1 mai, %2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Already have a number? We will still call you.</source>
        <translation>Đã có số? Quầy vẫn gọi đến số cuối</translation>
    </message>
    <message>
        <source>Need help? Ask at the help desk.</source>
        <translation>Cần giúp? Hỏi bàn hướng dẫn</translation>
    </message>
    <message>
        <source>Sunday, public holidays</source>
        <translation>Chủ nhật, ngày lễ</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Nghỉ</translation>
    </message>
    <message>
        <source>Apply online 24/7</source>
        <translation>Nộp hồ sơ trực tuyến 24/7</translation>
    </message>
    <message>
        <source>Apply online any time: scan the code.</source>
        <translation>Quét mã để vào Cổng Dịch vụ công quốc gia.</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Chữ to hơn</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Tương phản</translation>
    </message>
    <message>
        <source>Lower buttons</source>
        <translation>Hạ thấp nút bấm</translation>
    </message>
    <message>
        <source>Buttons lower</source>
        <translation>Hạ thấp nút</translation>
    </message>
    <message>
        <source>Read aloud</source>
        <translation>Nghe đọc</translation>
    </message>
    <message>
        <source>Call staff</source>
        <translation>Gọi nhân viên</translation>
    </message>
    <message>
        <source>on</source>
        <translation>đang bật</translation>
    </message>
    <message>
        <source>Are you still there?</source>
        <translation>Bạn còn ở đây không?</translation>
    </message>
    <message>
        <source>Home in %1 s.</source>
        <translation>Màn hình về trang đầu sau %1 giây.</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 giây</translation>
    </message>
    <message>
        <source>I am here</source>
        <translation>Tôi còn ở đây</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>Kết thúc</translation>
    </message>
    <message>
        <source>Now calling</source>
        <translation>Đang gọi</translation>
    </message>
    <message>
        <source>All buttons are in the lower half of the screen</source>
        <translation>Mọi nút bấm nằm ở nửa dưới màn hình</translation>
    </message>
    <message>
        <source>Type the code of your appointment</source>
        <translation>Nhập mã lịch hẹn</translation>
    </message>
    <message>
        <source>or hold its QR code before the reader</source>
        <translation>hoặc đưa mã QR của lịch hẹn vào đầu đọc</translation>
    </message>
    <message>
        <source>Get my number</source>
        <translation>Lấy số theo hẹn</translation>
    </message>
    <message>
        <source>No such appointment. Get a regular number?</source>
        <translation>Không thấy lịch hẹn. Lấy số thường?</translation>
    </message>
    <message>
        <source>This appointment has a number already: %1</source>
        <translation>Lịch hẹn này đã lấy số: %1</translation>
    </message>
    <message>
        <source>This appointment is for %1. Get a regular number?</source>
        <translation>Lịch hẹn này vào ngày %1. Lấy số thường?</translation>
    </message>
    <message>
        <source>Get a regular number</source>
        <translation>Lấy số thường</translation>
    </message>
    <message>
        <source>Staff only</source>
        <translation>Dành cho nhân viên</translation>
    </message>
    <message>
        <source>Enter your PIN to leave this screen</source>
        <translation>Nhập mã PIN để rời màn hình này</translation>
    </message>
    <message>
        <source>Wrong PIN</source>
        <translation>Sai mã PIN</translation>
    </message>
    <message>
        <source>Too many tries. Wait %1 s.</source>
        <translation>Thử quá nhiều lần. Chờ %1 giây.</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Rời</translation>
    </message>
    <message>
        <source>Please remember your ID card</source>
        <translation>Nhớ cầm lại thẻ</translation>
    </message>
    <message>
        <source>Any question? Show this code at the help desk.</source>
        <translation>Cần hỏi gì, đưa mã này cho bàn hướng dẫn.</translation>
    </message>
    <message>
        <source>Write down the number and its code</source>
        <translation>Ghi lại số và mã theo dõi</translation>
    </message>
    <message>
        <source>Full for today</source>
        <translation>Hết số hôm nay</translation>
    </message>
    <message>
        <source>Offline. You can still get a number.</source>
        <translation>Mất nối máy chủ, vẫn lấy số được</translation>
    </message>
    <message>
        <source>Get a number</source>
        <translation>Lấy số</translation>
    </message>
    <message>
        <source>Offline: no numbers here now. Please ask at the help desk.</source>
        <translation>Mất nối máy chủ, chưa lấy được số.
Xin hỏi bàn hướng dẫn</translation>
    </message>
    <message>
        <source>Offline: only the code of a booking for today is known. Get a regular number and tell staff?</source>
        <translation>Mất nối máy chủ, chỉ nhận mã lịch hẹn hôm nay. Lấy số thường rồi báo quầy?</translation>
    </message>
</context>
<context>
    <name>motcua::KioskWindow</name>
    <message>
        <source>Ticket kiosk</source>
        <translation>Máy lấy số</translation>
    </message>
</context>
<context>
    <name>motcua::Layer</name>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
</context>
<context>
    <name>motcua::LockLayer</name>
    <message>
        <source>Locked</source>
        <translation>Đã khóa màn hình</translation>
    </message>
    <message>
        <source>stays at this counter</source>
        <translation>vẫn ở quầy này</translation>
    </message>
    <message>
        <source>PIN of %1</source>
        <translation>Mã PIN của %1</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>Mã PIN</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Mở khóa</translation>
    </message>
    <message>
        <source>Somebody else signs in</source>
        <translation>Người khác vào quầy</translation>
    </message>
</context>
<context>
    <name>motcua::ManagerRole</name>
    <message>
        <source>Written: %1</source>
        <translation>Đã ghi: %1</translation>
    </message>
    <message>
        <source>No printer is set for this PC: save the report as PDF.</source>
        <translation>Máy này chưa đặt máy in: hãy lưu báo cáo dạng PDF.</translation>
    </message>
    <message>
        <source>Sent to the printer %1.</source>
        <translation>Đã gửi tới máy in %1.</translation>
    </message>
    <message>
        <source>Printing…</source>
        <translation>Đang in…</translation>
    </message>
    <message>
        <source>No centre is named on this PC, so it does not sync; the branch&apos;s server does, if the branch has one.</source>
        <translation>Máy này chưa khai báo Trung tâm nên không đồng bộ; nếu chi nhánh có máy chủ thì máy chủ tự đồng bộ.</translation>
    </message>
    <message>
        <source>Everything is at the centre: %1 rows sent, %2 days proven.</source>
        <translation>Trung tâm đã có đủ: gửi %1 dòng, đối chiếu khớp %2 ngày.</translation>
    </message>
    <message>
        <source>Stopped. What has arrived stays there, and the next sync goes on from it.</source>
        <translation>Đã dừng. Phần đã tới vẫn được giữ, lần đồng bộ sau tiếp tục từ đó.</translation>
    </message>
</context>
<context>
    <name>motcua::ManagerTexts</name>
    <message>
        <source>Kiosk %1</source>
        <translation>Máy lấy số %1</translation>
    </message>
    <message>
        <source>Hall screen %1</source>
        <translation>Màn hình sảnh %1</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n people over %2 min</source>
        <translation>
            <numerusform>%1: %n người chờ quá %2 phút</numerusform>
        </translation>
    </message>
    <message>
        <source>Kiosk %1 out of paper</source>
        <translation>Máy lấy số %1 hết giấy</translation>
    </message>
    <message>
        <source>Printer of kiosk %1 open</source>
        <translation>Máy in của máy lấy số %1 đang mở nắp</translation>
    </message>
    <message>
        <source>Printer of kiosk %1 not answering</source>
        <translation>Máy in của máy lấy số %1 không trả lời</translation>
    </message>
    <message>
        <source>%1 not connected</source>
        <translation>%1 mất kết nối</translation>
    </message>
    <message>
        <source>%1 has no sound</source>
        <translation>%1 không có tiếng</translation>
    </message>
    <message>
        <source>Counter %1 on break over %2 min</source>
        <translation>Quầy %1 tạm nghỉ quá %2 phút</translation>
    </message>
    <message>
        <source>Kiosk %1 low on paper</source>
        <translation>Máy lấy số %1 sắp hết giấy</translation>
    </message>
    <message>
        <source>%1 reconnected</source>
        <translation>%1 kết nối lại</translation>
    </message>
    <message numerus="yes">
        <source>%1 waiting, %n counters</source>
        <translation>
            <numerusform>%1 người chờ, %n quầy mở</numerusform>
        </translation>
    </message>
    <message>
        <source>Citizens get their number on the screen only</source>
        <translation>Người dân chỉ thấy số trên màn hình</translation>
    </message>
    <message>
        <source>No word since %1</source>
        <translation>Không có tín hiệu từ %1</translation>
    </message>
    <message>
        <source>Calls may not be heard there</source>
        <translation>Có thể không nghe được loa gọi</translation>
    </message>
    <message>
        <source>%1: %2 waiting</source>
        <translation>Nhóm %1 còn %2 người chờ</translation>
    </message>
    <message>
        <source>Change the roll before it ends</source>
        <translation>Thay cuộn giấy trước khi hết</translation>
    </message>
    <message>
        <source>Lost for %1 min, from %2</source>
        <translation>Mất kết nối %1 phút, từ %2</translation>
    </message>
    <message>
        <source>Branch management</source>
        <translation>Quản lý chi nhánh</translation>
    </message>
    <message>
        <source>Head of branch %1</source>
        <translation>Trưởng chi nhánh số %1</translation>
    </message>
    <message>
        <source>Mon</source>
        <translation>T2</translation>
    </message>
    <message>
        <source>Tue</source>
        <translation>T3</translation>
    </message>
    <message>
        <source>Wed</source>
        <translation>T4</translation>
    </message>
    <message>
        <source>Thu</source>
        <translation>T5</translation>
    </message>
    <message>
        <source>Fri</source>
        <translation>T6</translation>
    </message>
    <message>
        <source>Sat</source>
        <translation>T7</translation>
    </message>
    <message>
        <source>Sun</source>
        <translation>CN</translation>
    </message>
    <message numerus="yes">
        <source>Not signed in: %n people</source>
        <translation>
            <numerusform>Chưa đăng nhập: %n người</numerusform>
        </translation>
    </message>
    <message>
        <source>Expected at no counter</source>
        <translation>Không gắn với quầy nào</translation>
    </message>
    <message>
        <source>Expected at counter %1</source>
        <translation>Trực quầy %1</translation>
    </message>
    <message>
        <source>reminded at %1</source>
        <translation>đã nhắc lúc %1</translation>
    </message>
    <message>
        <source>Export CSV</source>
        <translation>Xuất CSV</translation>
    </message>
    <message>
        <source>Print report</source>
        <translation>In báo cáo</translation>
    </message>
    <message>
        <source>min</source>
        <translation>phút</translation>
    </message>
    <message>
        <source>Average wait</source>
        <translation>Chờ trung bình</translation>
    </message>
    <message>
        <source>9 in 10 under %1</source>
        <translation>9/10 ≤ %1</translation>
    </message>
    <message>
        <source>Longest wait</source>
        <translation>Chờ lâu nhất</translation>
    </message>
    <message>
        <source>median %1</source>
        <translation>trung vị %1</translation>
    </message>
</context>
<context>
    <name>motcua::ManagerWindow</name>
    <message>
        <source>Branch management</source>
        <translation>Quản lý chi nhánh</translation>
    </message>
    <message>
        <source>Reading the day&apos;s figures…</source>
        <translation>Đang tải số liệu trong ngày…</translation>
    </message>
    <message>
        <source>Offline since %1. The figures are from then; they go on by themselves.</source>
        <translation>Mất nối máy chủ từ %1. Số liệu dừng ở lúc đó và sẽ tự cập nhật lại.</translation>
    </message>
    <message>
        <source>Figures of %1</source>
        <translation>Số liệu lúc %1</translation>
    </message>
    <message>
        <source>Updated %1</source>
        <translation>Cập nhật %1</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Hôm nay</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>Báo cáo</translation>
    </message>
    <message>
        <source>By month</source>
        <translation>Theo tháng</translation>
    </message>
    <message>
        <source>Sync</source>
        <translation>Đồng bộ</translation>
    </message>
    <message>
        <source>Comments</source>
        <translation>Góp ý</translation>
    </message>
    <message>
        <source>Roster</source>
        <translation>Lịch trực</translation>
    </message>
</context>
<context>
    <name>motcua::MonthPage</name>
    <message>
        <source>Month before</source>
        <translation>Tháng trước</translation>
    </message>
    <message>
        <source>Month after</source>
        <translation>Tháng sau</translation>
    </message>
    <message>
        <source>Numbers per day</source>
        <translation>Số cấp mỗi ngày</translation>
    </message>
    <message>
        <source>choose a day for its sheet</source>
        <translation>chọn một ngày để xem chi tiết</translation>
    </message>
    <message>
        <source>When people come</source>
        <translation>Giờ người dân đến</translation>
    </message>
    <message>
        <source>numbers given an hour, on average</source>
        <translation>số cấp mỗi giờ, trung bình</translation>
    </message>
    <message>
        <source>Month %1</source>
        <translation>Tháng %1</translation>
    </message>
    <message numerus="yes">
        <source>%n working day(s)</source>
        <translation>
            <numerusform>%n ngày làm việc</numerusform>
        </translation>
    </message>
    <message>
        <source>Numbers given</source>
        <translation>Số đã cấp</translation>
    </message>
    <message>
        <source>Accepted</source>
        <comment>tile</comment>
        <translation>Hồ sơ tiếp nhận</translation>
    </message>
    <message>
        <source>To supplement</source>
        <translation>Cần bổ sung</translation>
    </message>
    <message>
        <source>Average wait</source>
        <translation>Chờ trung bình</translation>
    </message>
    <message>
        <source>min</source>
        <translation>phút</translation>
    </message>
    <message>
        <source>Busiest day</source>
        <translation>Ngày đông nhất</translation>
    </message>
    <message>
        <source>Hour</source>
        <translation>Giờ</translation>
    </message>
    <message>
        <source>%1–%2 h</source>
        <translation>%1–%2 giờ</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1/%2 lượt</translation>
    </message>
    <message>
        <source>%1: %2 (%3%)</source>
        <translation>%1: %2 (%3%)</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Nhóm</translation>
    </message>
    <message>
        <source>Procedure</source>
        <translation>Thủ tục</translation>
    </message>
    <message>
        <source>Counter</source>
        <translation>Quầy</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Kết quả</translation>
    </message>
    <message>
        <source>All outcomes</source>
        <translation>Mọi kết quả</translation>
    </message>
    <message>
        <source>Served</source>
        <translation>Đã phục vụ</translation>
    </message>
    <message>
        <source>No-show</source>
        <translation>Vắng mặt</translation>
    </message>
    <message>
        <source>Given back</source>
        <translation>Trả lại số</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>Hết hiệu lực</translation>
    </message>
    <message>
        <source>All groups</source>
        <translation>Mọi nhóm</translation>
    </message>
    <message>
        <source>All procedures</source>
        <translation>Mọi thủ tục</translation>
    </message>
    <message>
        <source>All counters</source>
        <translation>Mọi quầy</translation>
    </message>
    <message>
        <source>Counter %1</source>
        <translation>Quầy %1</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>Tháng</translation>
    </message>
    <message>
        <source>Ten years</source>
        <translation>10 năm</translation>
    </message>
    <message>
        <source>choose a day for its month</source>
        <translation>chọn một ngày để xem tháng đó</translation>
    </message>
    <message>
        <source>Years %1–%2</source>
        <translation>Các năm %1–%2</translation>
    </message>
    <message>
        <source>Branch</source>
        <translation>Chi nhánh</translation>
    </message>
    <message>
        <source>Satisfied</source>
        <translation>Hài lòng</translation>
    </message>
    <message numerus="yes">
        <source>%n rating(s)</source>
        <translation>
            <numerusform>%n lượt đánh giá</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more still to be counted</source>
        <translation>
            <numerusform>còn %n ngày chưa đếm xong</numerusform>
        </translation>
    </message>
    <message>
        <source>Branches of the city</source>
        <translation>Các chi nhánh của thành phố</translation>
    </message>
    <message numerus="yes">
        <source>%n branches</source>
        <translation>
            <numerusform>%n chi nhánh</numerusform>
        </translation>
    </message>
    <message>
        <source>Dossiers</source>
        <translation>Hồ sơ</translation>
    </message>
    <message>
        <source>Avg wait</source>
        <translation>Chờ TB</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>Ngày</translation>
    </message>
    <message>
        <source>accepted in %1 · waits in min</source>
        <translation>hồ sơ tiếp nhận %1 · chờ: phút</translation>
    </message>
    <message>
        <source>All that came</source>
        <translation>Tổng đã nhận</translation>
    </message>
</context>
<context>
    <name>motcua::PersonFields</name>
    <message>
        <source>Full name</source>
        <translation>Họ và tên</translation>
    </message>
    <message>
        <source>Personal ID number</source>
        <translation>Số định danh cá nhân</translation>
    </message>
    <message>
        <source>Date of birth</source>
        <translation>Ngày sinh</translation>
    </message>
    <message>
        <source>Residence</source>
        <translation>Nơi thường trú</translation>
    </message>
    <message>
        <source>Ward or province</source>
        <translation>Phường, xã hoặc tỉnh</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Điện thoại</translation>
    </message>
    <message>
        <source>No phone</source>
        <translation>Không có điện thoại</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>Tổ chức</translation>
    </message>
    <message>
        <source>Name of the organisation</source>
        <translation>Tên tổ chức</translation>
    </message>
    <message>
        <source>Tax code</source>
        <translation>Mã số thuế</translation>
    </message>
    <message>
        <source>Registered address</source>
        <translation>Địa chỉ trụ sở</translation>
    </message>
</context>
<context>
    <name>motcua::QueueModel</name>
    <message>
        <source>Appointment %1</source>
        <translation>Hẹn %1</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Ưu tiên</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Số</translation>
    </message>
    <message>
        <source>Procedure</source>
        <translation>Thủ tục</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>Lấy số</translation>
    </message>
    <message>
        <source>Waited</source>
        <translation>Đã chờ</translation>
    </message>
</context>
<context>
    <name>motcua::QueuePanel</name>
    <message>
        <source>In calling order</source>
        <translation>Xếp theo thứ tự gọi</translation>
    </message>
    <message>
        <source>Nobody is waiting</source>
        <translation>Không còn ai chờ</translation>
    </message>
    <message>
        <source>New numbers appear with a short sound.</source>
        <translation>Số mới sẽ tự hiện và có một tiếng báo ngắn.</translation>
    </message>
    <message>
        <source>Numbers I can call</source>
        <translation>Các số quầy tôi gọi được</translation>
    </message>
    <message>
        <source>Numbers of the whole branch</source>
        <translation>Các số của toàn chi nhánh</translation>
    </message>
    <message numerus="yes">
        <source>%n %1 counter(s) open</source>
        <translation>
            <numerusform>%n quầy %1 đang mở</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n counter(s) open for your groups</source>
        <translation>
            <numerusform>%n quầy đang mở cho các nhóm của bạn</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>last of %n expected at %1</source>
        <translation>
            <numerusform>dự kiến gọi hết %n số lúc %1</numerusform>
        </translation>
    </message>
    <message>
        <source>I can call</source>
        <translation>Quầy tôi gọi được</translation>
    </message>
    <message>
        <source>Whole branch</source>
        <translation>Toàn chi nhánh</translation>
    </message>
    <message>
        <source>Groups, on hold</source>
        <translation>Nhóm, tạm giữ</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>Đang tải…</translation>
    </message>
</context>
<context>
    <name>motcua::Rating</name>
    <message>
        <source>Counter %1</source>
        <translation>Quầy %1</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>Xin chào</translation>
    </message>
    <message>
        <source>When your visit ends, please tell us here how it was.</source>
        <translation>Khi được phục vụ xong, mời bạn đánh giá tại đây.</translation>
    </message>
    <message>
        <source>Citizen %1, counter %2: please rate your visit</source>
        <translation>Công dân %1, quầy %2: xin đánh giá</translation>
    </message>
    <message>
        <source>Very satisfied</source>
        <translation>Rất hài lòng</translation>
    </message>
    <message>
        <source>Satisfied</source>
        <translation>Hài lòng</translation>
    </message>
    <message>
        <source>Not satisfied</source>
        <translation>Không hài lòng</translation>
    </message>
    <message>
        <source>What you write is read by the head of the branch alone.</source>
        <translation>Góp ý viết ra chỉ người phụ trách chi nhánh đọc.</translation>
    </message>
    <message>
        <source>Would you like to add anything?</source>
        <translation>Bạn có muốn góp ý thêm không?</translation>
    </message>
    <message>
        <source>Sending…</source>
        <translation>Đang gửi…</translation>
    </message>
    <message>
        <source>Thank you</source>
        <translation>Cảm ơn bạn</translation>
    </message>
    <message>
        <source>Your rating was received.</source>
        <translation>Đánh giá của bạn đã được ghi nhận.</translation>
    </message>
    <message>
        <source>Your rating could not be sent</source>
        <translation>Đánh giá chưa gửi được</translation>
    </message>
    <message>
        <source>Nothing was kept. You can also speak to the help desk.</source>
        <translation>Máy không giữ lại gì. Bạn có thể góp ý tại quầy hướng dẫn.</translation>
    </message>
    <message>
        <source>No ratings at the moment</source>
        <translation>Tạm thời chưa nhận đánh giá</translation>
    </message>
    <message>
        <source>The connection is interrupted. Your visit goes on as usual.</source>
        <translation>Kết nối đang gián đoạn. Việc của bạn vẫn được giải quyết bình thường.</translation>
    </message>
    <message>
        <source>This counter is closed</source>
        <translation>Quầy này đang đóng</translation>
    </message>
    <message>
        <source>Please watch the board for your number.</source>
        <translation>Mời bạn theo dõi số của mình trên bảng.</translation>
    </message>
    <message>
        <source>One moment, please…</source>
        <translation>Xin chờ một chút…</translation>
    </message>
    <message>
        <source>Touch the letters below to write. Vietnamese marks as in Telex: aa â, dd đ, ow ơ, s á.</source>
        <translation>Chạm vào các chữ bên dưới để viết. Gõ dấu kiểu Telex: aa â, dd đ, ow ơ, s á.</translation>
    </message>
    <message>
        <source>Are you still writing? Touch anywhere to go on.</source>
        <translation>Bạn còn viết không? Chạm vào màn hình để viết tiếp.</translation>
    </message>
    <message>
        <source>Are you still there? Touch anywhere to go on.</source>
        <translation>Bạn còn ở đây không? Chạm vào màn hình để tiếp tục.</translation>
    </message>
    <message>
        <source>In %1 s your rating is sent without the comment.</source>
        <translation>Sau %1 giây, đánh giá được gửi không kèm góp ý.</translation>
    </message>
    <message>
        <source>Change rating</source>
        <translation>Chọn lại</translation>
    </message>
    <message>
        <source>Send without comment</source>
        <translation>Gửi không kèm góp ý</translation>
    </message>
    <message>
        <source>Send comment</source>
        <translation>Gửi kèm góp ý</translation>
    </message>
    <message>
        <source>In %1 s nothing is sent.</source>
        <translation>Sau %1 giây sẽ không gửi đánh giá nào.</translation>
    </message>
    <message>
        <source>In %1 s what you wrote is erased and nothing is sent.</source>
        <translation>Sau %1 giây, phần bạn đã viết bị xoá và không gửi gì.</translation>
    </message>
</context>
<context>
    <name>motcua::RatingWindow</name>
    <message>
        <source>Rating</source>
        <translation>Đánh giá</translation>
    </message>
</context>
<context>
    <name>motcua::ReasonLayer</name>
    <message>
        <source>Esc goes back</source>
        <translation>Esc để quay lại</translation>
    </message>
</context>
<context>
    <name>motcua::RecordLayer</name>
    <message>
        <source>Procedure</source>
        <translation>Thủ tục</translation>
    </message>
    <message>
        <source>Stands</source>
        <translation>Trạng thái</translation>
    </message>
    <message>
        <source>Applicant</source>
        <translation>Người nộp hồ sơ</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Chủ hồ sơ</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Thành phần hồ sơ</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Lý do</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Đã nhận</translation>
    </message>
    <message>
        <source>Result due</source>
        <translation>Hẹn trả kết quả</translation>
    </message>
    <message>
        <source>Register</source>
        <translation>Số đăng ký</translation>
    </message>
    <message>
        <source>Opening a record is logged.</source>
        <translation>Mỗi lần mở hồ sơ đều được ghi nhận.</translation>
    </message>
    <message>
        <source>counter %1</source>
        <translation>quầy %1</translation>
    </message>
    <message>
        <source>corrected: %1</source>
        <translation>đính chính: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n earlier</source>
        <translation>
            <numerusform>%n lượt trước đó</numerusform>
        </translation>
    </message>
    <message>
        <source>History</source>
        <translation>Quá trình</translation>
    </message>
    <message numerus="yes">
        <source>form %1, printed %n time(s)</source>
        <translation>
            <numerusform>mẫu %1, đã in %n lần</numerusform>
        </translation>
    </message>
    <message>
        <source>Handed out</source>
        <translation>Giấy đã phát</translation>
    </message>
    <message>
        <source>Correct…</source>
        <translation>Đính chính…</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>In giấy…</translation>
    </message>
</context>
<context>
    <name>motcua::ReportTexts</name>
    <message>
        <source>Letter</source>
        <translation>Chữ</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Nhóm</translation>
    </message>
    <message>
        <source>Procedure</source>
        <translation>Thủ tục</translation>
    </message>
    <message>
        <source>Issued</source>
        <translation>Đã cấp số</translation>
    </message>
    <message>
        <source>Served</source>
        <translation>Đã phục vụ</translation>
    </message>
    <message>
        <source>No-show</source>
        <translation>Vắng mặt</translation>
    </message>
    <message>
        <source>Given back</source>
        <translation>Trả lại số</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>Hết hiệu lực</translation>
    </message>
    <message>
        <source>Not done</source>
        <translation>Chưa xong</translation>
    </message>
    <message>
        <source>Wait, average</source>
        <translation>Chờ trung bình</translation>
    </message>
    <message>
        <source>Wait, median</source>
        <translation>Chờ trung vị</translation>
    </message>
    <message>
        <source>Wait, 9 of 10</source>
        <translation>Chờ 9/10 người</translation>
    </message>
    <message>
        <source>Wait, longest</source>
        <translation>Chờ lâu nhất</translation>
    </message>
    <message>
        <source>Service, average</source>
        <translation>Phục vụ trung bình</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>Tiếp nhận</translation>
    </message>
    <message>
        <source>To supplement</source>
        <translation>Bổ sung</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Từ chối</translation>
    </message>
    <message>
        <source>Advised</source>
        <translation>Hướng dẫn</translation>
    </message>
    <message>
        <source>Handed over</source>
        <translation>Trả kết quả</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Ngày</translation>
    </message>
    <message>
        <source>Counter</source>
        <translation>Quầy</translation>
    </message>
    <message>
        <source>First sign-in</source>
        <translation>Vào ca đầu</translation>
    </message>
    <message>
        <source>Last sign-out</source>
        <translation>Hết ca cuối</translation>
    </message>
    <message>
        <source>Sign-ins</source>
        <translation>Số lần vào ca</translation>
    </message>
    <message>
        <source>Whole time</source>
        <translation>Tổng thời gian</translation>
    </message>
    <message>
        <source>Serving</source>
        <translation>Phục vụ</translation>
    </message>
    <message>
        <source>Calling</source>
        <translation>Gọi số</translation>
    </message>
    <message>
        <source>Idle</source>
        <translation>Chờ người dân</translation>
    </message>
    <message>
        <source>Break: rest</source>
        <translation>Nghỉ: giải lao</translation>
    </message>
    <message>
        <source>Break: meeting</source>
        <translation>Nghỉ: đi họp</translation>
    </message>
    <message>
        <source>Break: files</source>
        <translation>Nghỉ: xử lý hồ sơ</translation>
    </message>
    <message>
        <source>Break: errand</source>
        <translation>Nghỉ: việc ngoài</translation>
    </message>
    <message>
        <source>Break: other</source>
        <translation>Nghỉ: lý do khác</translation>
    </message>
    <message>
        <source>Silent</source>
        <translation>Mất tín hiệu</translation>
    </message>
    <message>
        <source>Signed out</source>
        <translation>Ngoài ca</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Số</translation>
    </message>
    <message>
        <source>In line from</source>
        <translation>Vào hàng lúc</translation>
    </message>
    <message>
        <source>First called</source>
        <translation>Gọi lần đầu</translation>
    </message>
    <message>
        <source>Waited</source>
        <translation>Đã chờ</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Kết quả</translation>
    </message>
    <message>
        <source>Book</source>
        <translation>Sổ</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>Số thứ tự</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Mã hồ sơ</translation>
    </message>
    <message>
        <source>City&apos;s code</source>
        <translation>Mã của thành phố</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Lĩnh vực</translation>
    </message>
    <message>
        <source>Came</source>
        <translation>Cách nộp</translation>
    </message>
    <message>
        <source>Competent unit</source>
        <translation>Đơn vị giải quyết</translation>
    </message>
    <message>
        <source>Received at</source>
        <translation>Ngày nhận</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Hẹn trả</translation>
    </message>
    <message>
        <source>Result handed over</source>
        <translation>Trả kết quả lúc</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Trạng thái</translation>
    </message>
    <message>
        <source>In time?</source>
        <translation>Tiến độ</translation>
    </message>
    <message>
        <source>Received, total</source>
        <translation>Tổng số tiếp nhận</translation>
    </message>
    <message>
        <source>Online</source>
        <translation>Trực tuyến</translation>
    </message>
    <message>
        <source>Direct or by post</source>
        <translation>Trực tiếp, bưu chính</translation>
    </message>
    <message>
        <source>From before</source>
        <translation>Từ kỳ trước</translation>
    </message>
    <message>
        <source>Solved, total</source>
        <translation>Tổng số đã giải quyết</translation>
    </message>
    <message>
        <source>Early</source>
        <translation>Trước hạn</translation>
    </message>
    <message>
        <source>On time</source>
        <translation>Đúng hạn</translation>
    </message>
    <message>
        <source>Late</source>
        <translation>Quá hạn</translation>
    </message>
    <message>
        <source>In progress, total</source>
        <translation>Đang giải quyết, tổng số</translation>
    </message>
    <message>
        <source>Still in time</source>
        <translation>Trong hạn</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>Đang quá hạn</translation>
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
        <translation>đã phục vụ</translation>
    </message>
    <message>
        <source>no-show</source>
        <translation>vắng mặt</translation>
    </message>
    <message>
        <source>transferred</source>
        <translation>chuyển nhóm</translation>
    </message>
    <message>
        <source>given back</source>
        <translation>trả lại số</translation>
    </message>
    <message>
        <source>expired</source>
        <translation>hết hiệu lực</translation>
    </message>
    <message>
        <source>directly</source>
        <translation>trực tiếp</translation>
    </message>
    <message>
        <source>online</source>
        <translation>trực tuyến</translation>
    </message>
    <message>
        <source>by post</source>
        <translation>bưu chính</translation>
    </message>
    <message>
        <source>waits for papers</source>
        <translation>chờ bổ sung</translation>
    </message>
    <message>
        <source>in process</source>
        <translation>đang giải quyết</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>từ chối</translation>
    </message>
    <message>
        <source>result handed over</source>
        <translation>đã trả kết quả</translation>
    </message>
    <message>
        <source>early</source>
        <translation>trước hạn</translation>
    </message>
    <message>
        <source>on time</source>
        <translation>đúng hạn</translation>
    </message>
    <message>
        <source>late</source>
        <translation>quá hạn</translation>
    </message>
    <message>
        <source>still in time</source>
        <translation>trong hạn</translation>
    </message>
    <message>
        <source>overdue</source>
        <translation>đang quá hạn</translation>
    </message>
    <message numerus="yes">
        <source>%n number(s) given by kiosks without the branch were told too late to be called.</source>
        <translation>
            <numerusform>%n số do máy lấy số cấp khi mất kết nối được báo về quá muộn để gọi.</numerusform>
        </translation>
    </message>
    <message>
        <source>Last digits of the chain of events at the day&apos;s close: %1</source>
        <translation>Các ký tự cuối của chuỗi sự kiện lúc đóng ngày: %1</translation>
    </message>
    <message>
        <source>In the shape of form II.06a (Circular 01/2020/TT-VPCP); not compared with the form in force now.</source>
        <translation>Theo hình thức biểu số II.06a (Thông tư 01/2020/TT-VPCP); chưa đối chiếu với biểu đang có hiệu lực.</translation>
    </message>
    <message>
        <source>Day sheet</source>
        <translation>Bảng tổng hợp ngày</translation>
    </message>
    <message>
        <source>Groups and procedures</source>
        <translation>Nhóm và thủ tục</translation>
    </message>
    <message>
        <source>Counters and shifts</source>
        <translation>Quầy và ca làm</translation>
    </message>
    <message>
        <source>Waits over the target</source>
        <translation>Chờ quá mục tiêu</translation>
    </message>
    <message>
        <source>Register of dossiers</source>
        <translation>Sổ hồ sơ</translation>
    </message>
    <message>
        <source>Late dossiers</source>
        <translation>Hồ sơ quá hạn</translation>
    </message>
    <message>
        <source>Handling of dossiers (II.06a)</source>
        <translation>Tình hình giải quyết hồ sơ (II.06a)</translation>
    </message>
    <message>
        <source>Way</source>
        <translation>Lượt</translation>
    </message>
    <message>
        <source>Wait</source>
        <translation>Chờ</translation>
    </message>
    <message>
        <source>9 of 10, median</source>
        <translation>9/10 người, trung vị</translation>
    </message>
    <message>
        <source>Over the target</source>
        <translation>Quá mục tiêu</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Phục vụ</translation>
    </message>
    <message>
        <source>Break</source>
        <translation>Nghỉ</translation>
    </message>
    <message>
        <source>Intake</source>
        <translation>Ghi nhận hồ sơ</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Tiếp nhận</translation>
    </message>
    <message>
        <source>Solved</source>
        <translation>Đã giải quyết</translation>
    </message>
    <message>
        <source>Early, on time, late</source>
        <translation>Trước hạn, đúng hạn, quá hạn</translation>
    </message>
    <message>
        <source>Reopened, corrected</source>
        <translation>Mở lại, đính chính</translation>
    </message>
    <message>
        <source>All that happens to one number from the kiosk to its end, also in several lines. A transfer begins another wait.</source>
        <translation>Tất cả những gì diễn ra với một số, từ khi lấy số đến khi kết thúc, kể cả qua nhiều hàng. Mỗi lần chuyển nhóm bắt đầu một lần chờ mới.</translation>
    </message>
    <message>
        <source>Numbers given. Each counts once, in the group whose letter it bears. Issued = served + no-show + given back + expired + not done.</source>
        <translation>Các số đã cấp. Mỗi số tính một lần, vào nhóm có chữ cái của số. Đã cấp = đã phục vụ + vắng mặt + trả lại + hết hiệu lực + chưa xong.</translation>
    </message>
    <message>
        <source>A counter finished with the citizen, in whichever line that was in the end.</source>
        <translation>Một quầy đã làm xong với người dân, dù cuối cùng ở hàng nào.</translation>
    </message>
    <message>
        <source>Called, did not come, and was not put back into the line.</source>
        <translation>Đã gọi, không đến và không được đưa trở lại hàng.</translation>
    </message>
    <message>
        <source>The citizen gave the number back before being called.</source>
        <translation>Người dân trả lại số trước khi được gọi.</translation>
    </message>
    <message>
        <source>Still waiting or on hold when the day was closed.</source>
        <translation>Vẫn đang chờ hoặc tạm giữ khi đóng ngày.</translation>
    </message>
    <message>
        <source>Waiting, called, being served or on hold now. None once the day is closed.</source>
        <translation>Đang chờ, đã gọi, đang phục vụ hoặc tạm giữ lúc này. Khi đã đóng ngày thì không còn số nào.</translation>
    </message>
    <message>
        <source>From joining a group&apos;s line to the first call out of it, in minutes and seconds. Who was never called has none. It counts in the group whose line it was.</source>
        <translation>Từ khi vào hàng của một nhóm đến lần gọi đầu tiên, tính bằng phút:giây. Ai chưa được gọi thì không có. Tính vào nhóm của hàng đó.</translation>
    </message>
    <message>
        <source>Nine of ten people waited no longer than this; half of them no longer than the median.</source>
        <translation>Chín trong mười người chờ không lâu hơn mức này; một nửa số người không lâu hơn trung vị.</translation>
    </message>
    <message>
        <source>Waited longer than %1 minutes, by the exact time. Who was never called waited until the day was closed.</source>
        <translation>Chờ hơn %1 phút, tính theo thời gian chính xác. Ai không được gọi thì tính đến lúc đóng ngày.</translation>
    </message>
    <message>
        <source>From the start at the counter to the end, or from the last call when nobody pressed start. Time on hold, breaks and the gap of a counter that fell silent are not service.</source>
        <translation>Từ khi bắt đầu tại quầy đến khi xong, hoặc từ lần gọi cuối nếu không ai bấm bắt đầu. Thời gian tạm giữ, nghỉ và lúc quầy mất tín hiệu không phải là phục vụ.</translation>
    </message>
    <message>
        <source>Time of the counter with a citizen, as in service.</source>
        <translation>Thời gian quầy làm việc với người dân, như ở mục Phục vụ.</translation>
    </message>
    <message>
        <source>From a call until the citizen is there, or does not come.</source>
        <translation>Từ khi gọi đến khi người dân có mặt, hoặc không đến.</translation>
    </message>
    <message>
        <source>Signed in, on no break, and with nobody called or served.</source>
        <translation>Đang trong ca, không nghỉ, không gọi hay phục vụ ai.</translation>
    </message>
    <message>
        <source>From the start of a break to its end, by its reason.</source>
        <translation>Từ khi bắt đầu nghỉ đến khi hết nghỉ, theo lý do.</translation>
    </message>
    <message>
        <source>Nothing was heard of the counter until it was taken over or the day was closed: what happened then is not known.</source>
        <translation>Không có tín hiệu từ quầy cho đến khi người khác tiếp nhận quầy hoặc đóng ngày: không biết lúc đó có gì diễn ra.</translation>
    </message>
    <message>
        <source>Between two shifts of that day. Serving, calling, idle, breaks, silent and signed out add up to the time from the first sign-in to the last sign-out.</source>
        <translation>Giữa hai ca trong ngày. Phục vụ, gọi số, chờ người dân, nghỉ, mất tín hiệu và ngoài ca cộng lại đúng bằng thời gian từ lúc vào ca đầu đến lúc hết ca cuối.</translation>
    </message>
    <message>
        <source>What was recorded at a counter for that line. Corrections are not counted; a dossier counts as accepted once.</source>
        <translation>Những gì quầy đã ghi nhận cho hàng đó. Không tính các lần đính chính; mỗi hồ sơ chỉ tính tiếp nhận một lần.</translation>
    </message>
    <message>
        <source>Dossiers accepted with a register entry, on the day from which their time runs.</source>
        <translation>Hồ sơ đã tiếp nhận và vào sổ, tính theo ngày bắt đầu thời hạn giải quyết.</translation>
    </message>
    <message>
        <source>Accepted before the first day and not solved before it.</source>
        <translation>Tiếp nhận trước ngày đầu kỳ và chưa giải quyết xong trước ngày đó.</translation>
    </message>
    <message>
        <source>The result was handed over.</source>
        <translation>Đã trả kết quả.</translation>
    </message>
    <message>
        <source>Solved on a day before the appointed one, on it, or after it. Waiting for papers moves the appointed day.</source>
        <translation>Giải quyết xong trước ngày hẹn, đúng ngày hẹn hoặc sau ngày hẹn. Thời gian chờ bổ sung làm lùi ngày hẹn.</translation>
    </message>
    <message>
        <source>Not solved at the end of the last day, and past its appointed time. A dossier that waits for papers is not overdue.</source>
        <translation>Chưa giải quyết xong vào cuối ngày cuối kỳ và đã qua giờ hẹn. Hồ sơ đang chờ bổ sung không tính là quá hạn.</translation>
    </message>
    <message>
        <source>A closed day changes only by being opened again or by the correction of a record. Both are kept as events and told here.</source>
        <translation>Ngày đã đóng chỉ thay đổi khi được mở lại hoặc khi hồ sơ được đính chính. Cả hai đều được lưu thành sự kiện và ghi rõ ở đây.</translation>
    </message>
    <message>
        <source>%1 is not closed yet: its figures still move.</source>
        <translation>Ngày %1 chưa đóng: số liệu còn thay đổi.</translation>
    </message>
    <message numerus="yes">
        <source>%1 was opened again after it was closed, %n time(s).</source>
        <translation>
            <numerusform>Ngày %1 đã được mở lại sau khi đóng, %n lần.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: the tickets are not those that its close counted. Run “motcua verify”.</source>
        <translation>Ngày %1: các số không khớp với lúc đóng ngày. Hãy chạy “motcua verify”.</translation>
    </message>
    <message>
        <source>What the words mean</source>
        <translation>Giải thích từ ngữ</translation>
    </message>
    <message>
        <source>Page %1/%2</source>
        <translation>Trang %1/%2</translation>
    </message>
    <message>
        <source>Business day %1</source>
        <translation>Ngày làm việc %1</translation>
    </message>
    <message>
        <source>From %1 to %2</source>
        <translation>Từ %1 đến %2</translation>
    </message>
    <message>
        <source>Made %1</source>
        <translation>Lập lúc %1</translation>
    </message>
    <message>
        <source>All procedures</source>
        <translation>Mọi thủ tục</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Tổng</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n record(s) of that day were corrected.</source>
        <translation>
            <numerusform>%1: %n hồ sơ của ngày này đã được đính chính.</numerusform>
        </translation>
    </message>
    <message>
        <source>Head of the branch</source>
        <translation>Trưởng chi nhánh</translation>
    </message>
    <message>
        <source>(signature, full name)</source>
        <translation>(ký, ghi rõ họ tên)</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>Số hàng chờ</translation>
    </message>
    <message>
        <source>Ended at</source>
        <translation>Kết thúc lúc</translation>
    </message>
    <message>
        <source>Numbers one by one</source>
        <translation>Từng số thứ tự</translation>
    </message>
    <message>
        <source>Group %1</source>
        <translation>Nhóm %1</translation>
    </message>
    <message>
        <source>Counter %1</source>
        <translation>Quầy %1</translation>
    </message>
    <message>
        <source>given from %1 to %2 h</source>
        <translation>cấp từ %1 đến %2 giờ</translation>
    </message>
    <message>
        <source>Ratings</source>
        <translation>Lượt đánh giá</translation>
    </message>
    <message>
        <source>Very satisfied</source>
        <translation>Rất hài lòng</translation>
    </message>
    <message>
        <source>Satisfied</source>
        <translation>Hài lòng</translation>
    </message>
    <message>
        <source>Not satisfied</source>
        <translation>Không hài lòng</translation>
    </message>
    <message>
        <source>Satisfied or very</source>
        <translation>Hài lòng trở lên</translation>
    </message>
    <message>
        <source>Comments</source>
        <translation>Góp ý</translation>
    </message>
    <message>
        <source>Handled</source>
        <translation>Đã xử lý</translation>
    </message>
    <message>
        <source>Share handled</source>
        <translation>Tỷ lệ xử lý</translation>
    </message>
    <message>
        <source>Satisfaction of citizens</source>
        <translation>Mức độ hài lòng</translation>
    </message>
    <message>
        <source>Rating</source>
        <translation>Đánh giá</translation>
    </message>
    <message>
        <source>Given by the citizen at a device of its own when a counter has served him to the end or transferred him: at most one for each visit at a counter. It counts on the day and in the group of that visit.</source>
        <translation>Công dân tự đánh giá trên máy riêng khi quầy phục vụ xong hoặc chuyển đi: mỗi lượt ở một quầy nhiều nhất một lần. Tính vào ngày và nhóm của lượt đó.</translation>
    </message>
    <message>
        <source>The two upper levels of three, of all ratings.</source>
        <translation>Hai mức trên trong ba mức, trên tổng số đánh giá.</translation>
    </message>
    <message>
        <source>Somebody has dealt with what the citizen wrote, and said how. The share is of all comments, as it is now.</source>
        <translation>Đã có người xử lý góp ý của công dân và ghi lại cách xử lý. Tỷ lệ tính trên tổng số góp ý, tại thời điểm này.</translation>
    </message>
    <message>
        <source>Branch</source>
        <translation>Chi nhánh</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Tên</translation>
    </message>
    <message>
        <source>Last day that came</source>
        <translation>Ngày mới nhất đã nhận</translation>
    </message>
    <message>
        <source>Last sync</source>
        <translation>Gửi lần cuối</translation>
    </message>
    <message>
        <source>Gaps</source>
        <translation>Thiếu</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>Số liệu</translation>
    </message>
    <message>
        <source>all that there is</source>
        <translation>đủ</translation>
    </message>
    <message>
        <source>a part of the days</source>
        <translation>một phần số ngày</translation>
    </message>
    <message>
        <source>no business day</source>
        <translation>không làm việc</translation>
    </message>
    <message>
        <source>not sent yet</source>
        <translation>chưa gửi</translation>
    </message>
    <message>
        <source>Branches of the city</source>
        <translation>Các chi nhánh của thành phố</translation>
    </message>
    <message>
        <source>Sent, gaps</source>
        <translation>Đã gửi, thiếu</translation>
    </message>
    <message>
        <source>Figures come from the branches at night. Of a branch that has not sent they are not known, which is not zero; the total is without it. Gaps are events that are missing and closed days that are not the same here and at the branch.</source>
        <translation>Số liệu do các chi nhánh gửi ban đêm. Chi nhánh chưa gửi thì số liệu là chưa biết, không phải bằng không, và tổng chưa gồm chi nhánh đó. Thiếu là số sự kiện chưa nhận được và số ngày đã đóng chưa khớp giữa Trung tâm và chi nhánh.</translation>
    </message>
    <message>
        <source>Visits by hour (dark: issued, light: served)</source>
        <translation>Lượt theo giờ (đậm: cấp số, nhạt: phục vụ xong)</translation>
    </message>
    <message>
        <source>Numbers per day</source>
        <translation>Số cấp mỗi ngày</translation>
    </message>
</context>
<context>
    <name>motcua::ReportsPage</name>
    <message>
        <source>Reports</source>
        <translation>Báo cáo</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Loại báo cáo</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Kỳ báo cáo</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Ngày</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>Tuần</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>Tháng</translation>
    </message>
    <message>
        <source>Quarter</source>
        <translation>Quý</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>Năm</translation>
    </message>
    <message>
        <source>Other days</source>
        <translation>Ngày khác</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Từ ngày</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Đến ngày</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Xem</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>In</translation>
    </message>
    <message>
        <source>Choose a report and its days.</source>
        <translation>Chọn báo cáo và ngày.</translation>
    </message>
    <message>
        <source>Enter shows it.</source>
        <translation>Bấm Enter để xem.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Dừng</translation>
    </message>
    <message>
        <source>Figures of the report</source>
        <translation>Số liệu của báo cáo</translation>
    </message>
    <message>
        <source>Type days like 20/11/2026.</source>
        <translation>Nhập ngày theo dạng 20/11/2026.</translation>
    </message>
    <message>
        <source>The last day must not be before the first.</source>
        <translation>Ngày cuối không được trước ngày đầu.</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>Đang tính…</translation>
    </message>
    <message>
        <source>%1 of %2 days</source>
        <translation>%1/%2 ngày</translation>
    </message>
    <message>
        <source>Show the report first</source>
        <translation>Hãy xem báo cáo trước</translation>
    </message>
    <message>
        <source>Nothing to report for these days.</source>
        <translation>Không có gì để báo cáo trong những ngày này.</translation>
    </message>
    <message>
        <source>All tickets</source>
        <translation>Bỏ lọc</translation>
    </message>
    <message>
        <source>Enter shows the numbers behind a row.</source>
        <translation>Enter xem các số của một dòng.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Quay lại</translation>
    </message>
</context>
<context>
    <name>motcua::RosterPage</name>
    <message>
        <source>Roster</source>
        <translation>Lịch trực</translation>
    </message>
    <message>
        <source>Day before</source>
        <translation>Ngày trước</translation>
    </message>
    <message>
        <source>Day after</source>
        <translation>Ngày sau</translation>
    </message>
    <message>
        <source>Reading the roster…</source>
        <translation>Đang đọc lịch trực…</translation>
    </message>
    <message>
        <source>Staff code</source>
        <translation>Mã cán bộ</translation>
    </message>
    <message>
        <source>Counter</source>
        <translation>Quầy</translation>
    </message>
    <message>
        <source>From (HH:MM)</source>
        <translation>Từ (GG:PP)</translation>
    </message>
    <message>
        <source>Home agency</source>
        <translation>Cơ quan cử</translation>
    </message>
    <message>
        <source>Put on the roster</source>
        <translation>Ghi vào lịch</translation>
    </message>
    <message>
        <source>Take off</source>
        <translation>Bỏ khỏi lịch</translation>
    </message>
    <message>
        <source>%1 expected, %2 signed in</source>
        <translation>%1 người trực, %2 đã đăng nhập</translation>
    </message>
    <message>
        <source>Nobody is on the roster of this day.</source>
        <translation>Ngày này chưa có ai trong lịch trực.</translation>
    </message>
    <message>
        <source>Add people below, or import a file: motcua staff roster import</source>
        <translation>Thêm người ở dưới, hoặc nhập tệp: motcua staff roster import</translation>
    </message>
    <message>
        <source>Not due yet</source>
        <translation>Chưa đến giờ</translation>
    </message>
    <message>
        <source>At counter %1</source>
        <translation>Ở quầy %1</translation>
    </message>
    <message>
        <source>Not signed in</source>
        <translation>Chưa đăng nhập</translation>
    </message>
    <message>
        <source>Signed out</source>
        <translation>Đã đăng xuất</translation>
    </message>
    <message>
        <source>Did not come</source>
        <translation>Vắng</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Mã</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Họ tên</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Từ</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Hiện tại</translation>
    </message>
    <message>
        <source>Type whose code it is.</source>
        <translation>Hãy nhập mã cán bộ.</translation>
    </message>
    <message>
        <source>Type the counter as a number, or nothing.</source>
        <translation>Hãy nhập số quầy, hoặc để trống.</translation>
    </message>
    <message>
        <source>Type the time like 7:30 or 0730, or nothing.</source>
        <translation>Gõ giờ như 7:30 hoặc 0730, hoặc để trống.</translation>
    </message>
    <message>
        <source>Type the code of whoever is to be taken off.</source>
        <translation>Gõ mã người cần bỏ khỏi lịch.</translation>
    </message>
    <message>
        <source>%1 is not on the roster of this day.</source>
        <translation>%1 không có trong lịch của ngày này.</translation>
    </message>
</context>
<context>
    <name>motcua::ServingPage</name>
    <message>
        <source>Next</source>
        <translation>Kế tiếp</translation>
    </message>
    <message>
        <source>On hold</source>
        <translation>Đang tạm giữ</translation>
    </message>
    <message>
        <source>Serving</source>
        <translation>Đang phục vụ</translation>
    </message>
    <message numerus="yes">
        <source>Called %n×</source>
        <translation>
            <numerusform>Gọi %n lần</numerusform>
        </translation>
    </message>
    <message>
        <source>usually
%1–%2 min</source>
        <translation>thường
%1–%2 phút</translation>
    </message>
    <message>
        <source>Ticket taken %1 · waited %2</source>
        <translation>Lấy số %1 · chờ %2</translation>
    </message>
    <message>
        <source>No priority claimed</source>
        <translation>Không khai báo ưu tiên</translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n người chờ</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n number(s)</source>
        <translation>
            <numerusform>%n số</numerusform>
        </translation>
    </message>
    <message>
        <source>Appointment %1</source>
        <translation>Hẹn %1</translation>
    </message>
    <message>
        <source>Who is next</source>
        <translation>Ai kế tiếp</translation>
    </message>
    <message>
        <source>Today&apos;s intakes</source>
        <translation>Tiếp nhận hôm nay</translation>
    </message>
    <message>
        <source>on hold: %1</source>
        <translation>tạm giữ %1</translation>
    </message>
</context>
<context>
    <name>motcua::SettingsLayer</name>
    <message>
        <source>Settings of this counter</source>
        <translation>Cài đặt của quầy</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Ngôn ngữ</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Cỡ chữ</translation>
    </message>
    <message>
        <source>Sound on arrival</source>
        <translation>Tiếng báo số mới</translation>
    </message>
    <message>
        <source>On</source>
        <translation>Bật</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Tắt</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Không</translation>
    </message>
    <message numerus="yes">
        <source>%n min</source>
        <translation>
            <numerusform>%n phút</numerusform>
        </translation>
    </message>
    <message>
        <source>Lock when idle</source>
        <translation>Tự khóa sau</translation>
    </message>
    <message>
        <source>Counter</source>
        <translation>Quầy</translation>
    </message>
    <message>
        <source>Sign out to change it</source>
        <translation>Rời quầy để đổi</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Rời quầy</translation>
    </message>
    <message>
        <source>Finish %1 first</source>
        <translation>Hoàn tất %1 trước</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Xong</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Màu sắc</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Sáng</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Tương phản cao</translation>
    </message>
    <message>
        <source>The small window (F11) does not lock: work goes on beside it.</source>
        <translation>Cửa sổ nhỏ (F11) không tự khóa, vì bạn đang làm việc ở chương trình khác.</translation>
    </message>
</context>
<context>
    <name>motcua::SignInPage</name>
    <message>
        <source>Take a counter</source>
        <translation>Vào quầy</translation>
    </message>
    <message>
        <source>Who: name or staff code</source>
        <translation>Cán bộ: tên hoặc mã</translation>
    </message>
    <message>
        <source>Counter</source>
        <translation>Quầy</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>Mã PIN</translation>
    </message>
    <message>
        <source>Take it over</source>
        <translation>Nhận quầy này</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Cài đặt</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Vào quầy</translation>
    </message>
    <message>
        <source>If that PC is off or was restarted, take the counter over: it goes on where it stood.</source>
        <translation>Nếu máy đó đã tắt hoặc khởi động lại, hãy nhận quầy này: mọi việc tiếp tục từ chỗ đang dở.</translation>
    </message>
    <message>
        <source>Or take this counter: you are signed out there.</source>
        <translation>Hoặc nhận quầy này: bạn sẽ rời quầy kia.</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>Xin chờ…</translation>
    </message>
</context>
<context>
    <name>motcua::SyncPage</name>
    <message>
        <source>Sync with the centre</source>
        <translation>Đồng bộ về Trung tâm</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Dừng</translation>
    </message>
    <message>
        <source>Sync now</source>
        <translation>Đồng bộ ngay</translation>
    </message>
    <message>
        <source>Last sync</source>
        <translation>Lần đồng bộ gần nhất</translation>
    </message>
    <message>
        <source>At the centre</source>
        <translation>Tại Trung tâm</translation>
    </message>
    <message>
        <source>Days proven</source>
        <translation>Ngày đã đối chiếu khớp</translation>
    </message>
    <message>
        <source>Days not proven yet</source>
        <translation>Ngày chưa đối chiếu</translation>
    </message>
    <message>
        <source>never</source>
        <translation>chưa lần nào</translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) are still to go</source>
        <translation>
            <numerusform>Còn %n sự kiện chưa gửi</numerusform>
        </translation>
    </message>
    <message>
        <source>everything</source>
        <translation>đã có đủ</translation>
    </message>
    <message>
        <source>%1, the last one %2</source>
        <translation>%1, gần nhất là %2</translation>
    </message>
    <message>
        <source>none</source>
        <translation>không có</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>Đang kết nối…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Thử lại</translation>
    </message>
    <message>
        <source>A sync is under way</source>
        <translation>Đang đồng bộ</translation>
    </message>
    <message>
        <source>It ends with what is on its way</source>
        <translation>Sẽ dừng sau phần đang gửi</translation>
    </message>
    <message>
        <source>%1 rows, %2 MB</source>
        <translation>%1 dòng, %2 MB</translation>
    </message>
    <message>
        <source>%1, %2 s left</source>
        <translation>%1, còn khoảng %2 giây</translation>
    </message>
    <message>
        <source>Next try</source>
        <translation>Lần thử tiếp theo</translation>
    </message>
    <message>
        <source>A timer on the PC with the branch&apos;s data can do this every night; if the last sync is older than a day, look whether it is set up there. Counters and kiosks work on meanwhile, and a sync that was cut goes on where it stopped.</source>
        <translation>Bộ hẹn giờ trên máy giữ dữ liệu của chi nhánh có thể đồng bộ hằng đêm; nếu lần đồng bộ cuối cũ hơn một ngày, hãy xem bộ hẹn giờ ở đó đã được cài chưa. Trong lúc đó các quầy và máy lấy số vẫn làm việc bình thường; lần đồng bộ bị ngắt sẽ tiếp tục từ chỗ đã dừng.</translation>
    </message>
    <message numerus="yes">
        <source>from %1 on, after %n attempt(s) that failed</source>
        <translation>
            <numerusform>từ %1, sau %n lần không thành</numerusform>
        </translation>
    </message>
    <message>
        <source>tonight, if the nightly timer is set up</source>
        <translation>đêm nay, nếu đã cài bộ hẹn giờ</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Đang dừng…</translation>
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
        <source>The citizen is served</source>
        <translation>Hoàn tất số đang phục vụ</translation>
    </message>
    <message>
        <source>Take back the last step, within ten seconds</source>
        <translation>Hoàn tác việc vừa làm, trong mười giây</translation>
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
        <source>is not UTF-8, or a quote is left open</source>
        <translation>không phải UTF-8, hoặc thiếu dấu ngoặc kép đóng</translation>
    </message>
    <message>
        <source>is not a column this program knows</source>
        <translation>không phải cột chương trình biết</translation>
    </message>
    <message>
        <source>has too many or too few columns</source>
        <translation>thừa hoặc thiếu cột</translation>
    </message>
    <message>
        <source>is not a group&apos;s letter</source>
        <translation>không phải chữ của nhóm</translation>
    </message>
    <message>
        <source>is not a procedure&apos;s code</source>
        <translation>không phải mã thủ tục</translation>
    </message>
    <message>
        <source>is not a date (YYYY-MM-DD or DD/MM/YYYY)</source>
        <translation>không phải ngày (YYYY-MM-DD hoặc DD/MM/YYYY)</translation>
    </message>
    <message>
        <source>is not a phone number</source>
        <translation>không phải số điện thoại</translation>
    </message>
    <message>
        <source>is not a personal ID number</source>
        <translation>không phải số định danh cá nhân</translation>
    </message>
    <message>
        <source>names a procedure that does not exist</source>
        <translation>nêu thủ tục không có trong danh mục</translation>
    </message>
    <message>
        <source>line %1</source>
        <translation>dòng %1</translation>
    </message>
    <message>
        <source>Bookings: %1 new, %2 changed, %3 as before.</source>
        <translation>Lịch hẹn: %1 mới, %2 thay đổi, %3 giữ nguyên.</translation>
    </message>
    <message>
        <source>No bookings on %1.</source>
        <translation>Không có lịch hẹn ngày %1.</translation>
    </message>
    <message>
        <source>Take bookings over from a file, new and changed ones</source>
        <translation>Nạp lịch hẹn từ tệp, cả mới và đã đổi</translation>
    </message>
    <message>
        <source>Show the bookings of a day</source>
        <translation>Xem lịch hẹn của một ngày</translation>
    </message>
    <message>
        <source>What the hall hears when a number is called, as words or as a WAV file</source>
        <translation>Lời loa đọc khi gọi một số, bằng chữ hoặc tệp WAV</translation>
    </message>
    <message>
        <source>The loudspeakers of this PC by their ids; * is the usual one</source>
        <translation>Các loa của máy này theo mã; dấu * là loa đang dùng</translation>
    </message>
    <message>
        <source>The words to record for a voice pack, numbered</source>
        <translation>Danh sách từ cần thu cho bộ giọng, có đánh số</translation>
    </message>
    <message>
        <source>Make a voice pack of recordings, 001.wav and on, or of the built-in voice</source>
        <translation>Làm bộ giọng từ các tệp thu 001.wav trở đi, hoặc từ giọng máy có sẵn</translation>
    </message>
    <message>
        <source>Tell what a voice pack lacks and which clips are bad</source>
        <translation>Cho biết bộ giọng thiếu từ nào và đoạn nào hỏng</translation>
    </message>
    <message>
        <source>The ticket kiosk, full screen</source>
        <translation>Máy lấy số, toàn màn hình</translation>
    </message>
    <message>
        <source>The hall board with its voice, full screen</source>
        <translation>Màn hình sảnh có loa đọc, toàn màn hình</translation>
    </message>
    <message>
        <source>A clerk&apos;s counter</source>
        <translation>Quầy của cán bộ</translation>
    </message>
    <message>
        <source>The demo is open in four windows; the one called &quot;%1&quot; says what to try. Nothing of it is kept.</source>
        <translation>Bản dùng thử đã mở bốn cửa sổ; cửa sổ &quot;%1&quot; chỉ cách thử. Không lưu lại gì.</translation>
    </message>
    <message>
        <source>The same branch for other programs: %1</source>
        <translation>Chi nhánh này cho chương trình khác: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n clip(s) written to %1.</source>
        <translation>
            <numerusform>Đã ghi %n đoạn vào %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>Missing: %1</source>
        <translation>Còn thiếu: %1</translation>
    </message>
    <message>
        <source>The pack has every unit, whole and at its level.</source>
        <translation>Bộ giọng đủ từ, nguyên vẹn, đúng mức âm.</translation>
    </message>
    <message>
        <source>Call a waiting number out of order</source>
        <translation>Gọi một số đang chờ ngoài thứ tự</translation>
    </message>
    <message>
        <source>Send the citizen to another group or counter, arrival time kept</source>
        <translation>Chuyển công dân sang nhóm hoặc quầy khác, giữ giờ lấy số</translation>
    </message>
    <message>
        <source>Pause: nobody is called here</source>
        <translation>Tạm nghỉ: quầy không gọi số</translation>
    </message>
    <message>
        <source>End the break</source>
        <translation>Hết giờ nghỉ, làm tiếp</translation>
    </message>
    <message>
        <source>Number %1 waits for counter %2 now, arrival time kept.</source>
        <translation>Số %1 nay chờ quầy %2, giữ giờ lấy số.</translation>
    </message>
    <message>
        <source>Counter %1 is on a break.</source>
        <translation>Quầy %1 tạm nghỉ.</translation>
    </message>
    <message>
        <source>Counter %1 is open again.</source>
        <translation>Quầy %1 làm việc trở lại.</translation>
    </message>
    <message>
        <source>Let this PC&apos;s board speak through a loudspeaker, at 0 to 100 percent</source>
        <translation>Cho màn hình sảnh của máy này đọc qua một loa, âm lượng 0 đến 100 phần trăm</translation>
    </message>
    <message>
        <source>The board speaks through %1 when it is started next.</source>
        <translation>Từ lần khởi động sau, màn hình sảnh sẽ đọc qua %1.</translation>
    </message>
    <message>
        <source>Replace the branch&apos;s catalogue, or take over a national export, while no day is open</source>
        <translation>Thay danh mục của chi nhánh, hoặc nhận tệp xuất của CSDL quốc gia, khi chưa mở ngày làm việc</translation>
    </message>
    <message>
        <source>is not valid JSON or CSV</source>
        <translation>không phải JSON hoặc CSV hợp lệ</translation>
    </message>
    <message>
        <source>Procedures: %1 new, %2 changed, %3 as before, %4 not in the file.</source>
        <translation>Thủ tục: %1 mới, %2 thay đổi, %3 như cũ, %4 không có trong tệp.</translation>
    </message>
    <message>
        <source>Doubtful, so left for people to decide: %1</source>
        <translation>Chưa chắc chắn, để cán bộ quyết định: %1</translation>
    </message>
    <message>
        <source>Nothing was stored yet.</source>
        <translation>Chưa lưu thay đổi nào.</translation>
    </message>
    <message>
        <source>Record who came with which papers, and what became of it</source>
        <translation>Ghi người nộp, giấy tờ và kết quả tiếp nhận</translation>
    </message>
    <message>
        <source>Correct what is recorded; the form says why</source>
        <translation>Đính chính nội dung đã ghi; tờ khai nêu lý do</translation>
    </message>
    <message>
        <source>Open the record of a dossier; who opened it and why is kept</source>
        <translation>Mở hồ sơ; người mở và lý do được lưu lại</translation>
    </message>
    <message>
        <source>Show the latest dossiers, or those that are late</source>
        <translation>Xem các hồ sơ mới nhất, hoặc các hồ sơ quá hạn</translation>
    </message>
    <message>
        <source>overdue</source>
        <translation>quá hạn</translation>
    </message>
    <message>
        <source>No dossiers found.</source>
        <translation>Không tìm thấy hồ sơ nào.</translation>
    </message>
    <message>
        <source>Dossier %1 is accepted, register %2, entry %3. Result due: %4.</source>
        <translation>Đã tiếp nhận hồ sơ %1, sổ %2, số thứ tự %3. Hẹn trả kết quả: %4.</translation>
    </message>
    <message>
        <source>Dossier %1 waits for papers.</source>
        <translation>Hồ sơ %1 chờ bổ sung giấy tờ.</translation>
    </message>
    <message>
        <source>Dossier %1 is refused.</source>
        <translation>Hồ sơ %1 bị từ chối tiếp nhận.</translation>
    </message>
    <message>
        <source>The result of dossier %1 is handed over.</source>
        <translation>Đã trả kết quả hồ sơ %1.</translation>
    </message>
    <message>
        <source>The advice is recorded.</source>
        <translation>Đã ghi lượt hướng dẫn.</translation>
    </message>
    <message>
        <source>Result due: %1.</source>
        <translation>Hẹn trả kết quả: %1.</translation>
    </message>
    <message>
        <source>The key of the citizens&apos; records: %1. Copy it to a USB stick and lock that away: backups do not hold it, and without it nobody can read the records.</source>
        <translation>Khóa hồ sơ công dân: %1. Hãy chép sang USB và cất vào tủ khóa: bản sao lưu không chứa khóa này, mất khóa thì không ai đọc được hồ sơ.</translation>
    </message>
    <message>
        <source>Show, or with --apply erase, the personal data that was kept for long enough</source>
        <translation>Xem, hoặc xóa bằng --apply, dữ liệu cá nhân đã hết thời hạn giữ</translation>
    </message>
    <message numerus="yes">
        <source>phones and ID numbers of %n booking(s)</source>
        <translation>
            <numerusform>điện thoại, số định danh của %n lịch hẹn</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n visit(s) without a dossier</source>
        <translation>
            <numerusform>%n lượt đến không thành hồ sơ</numerusform>
        </translation>
    </message>
    <message>
        <source>kept, no time is set</source>
        <translation>giữ lại, chưa đặt thời hạn</translation>
    </message>
    <message>
        <source>before %1</source>
        <translation>trước ngày %1</translation>
    </message>
    <message>
        <source>the oldest %1</source>
        <translation>cũ nhất ngày %1</translation>
    </message>
    <message>
        <source>This would be erased for good; nothing was changed. To do it: --apply --staff CODE</source>
        <translation>Sau đây là những gì sẽ bị xóa hẳn; chưa thay đổi gì. Để xóa: --apply --staff MÃ</translation>
    </message>
    <message>
        <source>Erased. Backups made before still hold it until they are deleted.</source>
        <translation>Đã xóa. Bản sao lưu làm trước đó vẫn còn giữ cho đến khi được xóa.</translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) of whom nothing is kept any more</source>
        <translation>
            <numerusform>%n người không còn dữ liệu nào được giữ</numerusform>
        </translation>
    </message>
    <message>
        <source>Print a form of a dossier, or save it as PDF</source>
        <translation>In mẫu của một hồ sơ, hoặc lưu thành PDF</translation>
    </message>
    <message>
        <source>Print a form once more, in the same words and marked as a reprint</source>
        <translation>In lại một mẫu, đúng nội dung cũ và có ghi “in lại”</translation>
    </message>
    <message>
        <source>Print the register&apos;s page of a day</source>
        <translation>In trang sổ theo dõi hồ sơ của một ngày</translation>
    </message>
    <message>
        <source>Form %1 of %2 is saved: %3</source>
        <translation>Đã lưu mẫu %1 của %2: %3</translation>
    </message>
    <message>
        <source>Form %1 of %2 is sent to the printer %3. Look whether all copies came out.</source>
        <translation>Đã gửi mẫu %1 của %2 đến máy in %3. Hãy xem đã ra đủ các liên chưa.</translation>
    </message>
    <message>
        <source>The record of dossier %1 is corrected. Result due: %2.</source>
        <translation>Đã đính chính hồ sơ %1. Hẹn trả kết quả: %2.</translation>
    </message>
    <message>
        <source>The record of dossier %1 is corrected.</source>
        <translation>Đã đính chính hồ sơ %1.</translation>
    </message>
    <message>
        <source>Set by hand: %1</source>
        <translation>Đặt bằng tay: %1</translation>
    </message>
    <message>
        <source>Moved by the time the dossier waited for papers.</source>
        <translation>Lùi theo thời gian hồ sơ chờ bổ sung.</translation>
    </message>
    <message>
        <source>Official code: %1</source>
        <translation>Mã chính thức: %1</translation>
    </message>
    <message>
        <source>Applicant: %1</source>
        <translation>Người nộp: %1</translation>
    </message>
    <message>
        <source>Owner: %1</source>
        <translation>Chủ hồ sơ: %1</translation>
    </message>
    <message>
        <source>Reason: %1</source>
        <translation>Lý do: %1</translation>
    </message>
    <message>
        <source>corrected: %1</source>
        <translation>đính chính: %1</translation>
    </message>
    <message>
        <source>%1  counter %2, %3: %4</source>
        <translation>%1  quầy %2, %3: %4</translation>
    </message>
    <message>
        <source>form %1 printed</source>
        <translation>in mẫu %1</translation>
    </message>
    <message>
        <source>form %1 reprinted</source>
        <translation>in lại mẫu %1</translation>
    </message>
    <message>
        <source>History:</source>
        <translation>Quá trình:</translation>
    </message>
    <message>
        <source>a time without a unit, so no limit</source>
        <translation>thời hạn không có đơn vị, nên chưa có thời hạn</translation>
    </message>
    <message>
        <source>no time given</source>
        <translation>không ghi thời hạn</translation>
    </message>
    <message>
        <source>several limits, by channel or case</source>
        <translation>nhiều thời hạn khác nhau theo kênh hoặc trường hợp</translation>
    </message>
    <message>
        <source>longer in mountains or on islands</source>
        <translation>vùng núi, hải đảo có thời hạn dài hơn</translation>
    </message>
    <message>
        <source>the note says another limit</source>
        <translation>ghi chú nêu thời hạn khác</translation>
    </message>
    <message>
        <source>a time in an unknown unit</source>
        <translation>thời hạn có đơn vị lạ</translation>
    </message>
    <message>
        <source>the file itself doubts the limit</source>
        <translation>chính tệp nghi ngờ thời hạn</translation>
    </message>
    <message>
        <source>a fee divided by 1,000</source>
        <translation>phí bị chia cho 1.000</translation>
    </message>
    <message>
        <source>the People&apos;s Council sets the fee</source>
        <translation>phí do HĐND quyết định</translation>
    </message>
    <message>
        <source>the note says another fee</source>
        <translation>ghi chú nêu mức phí khác</translation>
    </message>
    <message>
        <source>the fee stands in a note only</source>
        <translation>phí chỉ có trong ghi chú</translation>
    </message>
    <message>
        <source>several fees on one channel</source>
        <translation>nhiều mức phí trên một kênh</translation>
    </message>
    <message>
        <source>a fee in foreign money</source>
        <translation>phí bằng ngoại tệ</translation>
    </message>
    <message>
        <source>a fee that cannot be read</source>
        <translation>không đọc được mức phí</translation>
    </message>
    <message>
        <source>the file itself doubts the fee</source>
        <translation>chính tệp nghi ngờ mức phí</translation>
    </message>
    <message>
        <source>the fee differs by channel</source>
        <translation>phí khác nhau theo kênh</translation>
    </message>
    <message>
        <source>papers without a number of sheets, perhaps notes</source>
        <translation>giấy tờ không ghi số lượng, có thể chỉ là ghi chú</translation>
    </message>
    <message>
        <source>the papers of two cases mixed</source>
        <translation>giấy tờ của hai trường hợp bị trộn</translation>
    </message>
    <message>
        <source>invisible characters, removed</source>
        <translation>ký tự ẩn, đã bỏ</translation>
    </message>
    <message>
        <source>letters in another form, mended</source>
        <translation>chữ chưa chuẩn hóa, đã sửa</translation>
    </message>
    <message>
        <source>a very long name</source>
        <translation>tên rất dài</translation>
    </message>
    <message>
        <source>not taken by the centre</source>
        <translation>Trung tâm không tiếp nhận</translation>
    </message>
    <message>
        <source>no procedure code, left out</source>
        <translation>mã thủ tục sai, đã bỏ qua</translation>
    </message>
    <message>
        <source>a code twice</source>
        <translation>mã bị lặp</translation>
    </message>
    <message>
        <source>no name, left out</source>
        <translation>không có tên, đã bỏ qua</translation>
    </message>
    <message>
        <source>a value of another kind, left out</source>
        <translation>giá trị sai kiểu, đã bỏ qua</translation>
    </message>
    <message>
        <source>name</source>
        <translation>tên</translation>
    </message>
    <message>
        <source>field</source>
        <translation>lĩnh vực</translation>
    </message>
    <message>
        <source>where to go</source>
        <translation>nơi nộp</translation>
    </message>
    <message>
        <source>doubts</source>
        <translation>nghi vấn</translation>
    </message>
    <message>
        <source>limit</source>
        <translation>thời hạn</translation>
    </message>
    <message>
        <source>fee at the counter</source>
        <translation>phí tại quầy</translation>
    </message>
    <message>
        <source>fee online</source>
        <translation>phí trực tuyến</translation>
    </message>
    <message>
        <source>note on the fee</source>
        <translation>ghi chú về phí</translation>
    </message>
    <message>
        <source>papers</source>
        <translation>giấy tờ</translation>
    </message>
    <message>
        <source>cases</source>
        <translation>trường hợp</translation>
    </message>
    <message>
        <source>same day</source>
        <translation>trong ngày</translation>
    </message>
    <message>
        <source>working days</source>
        <translation>ngày làm việc</translation>
    </message>
    <message>
        <source>days</source>
        <translation>ngày</translation>
    </message>
    <message>
        <source>working hours</source>
        <translation>giờ làm việc</translation>
    </message>
    <message>
        <source>%1: rows %2</source>
        <translation>%1: dòng %2</translation>
    </message>
    <message>
        <source>%1  opened by %2: %3</source>
        <translation>%1  %2 mở xem: %3</translation>
    </message>
    <message>
        <source>URL: sqlite:/path/to/branch.db or postgresql://host/database?…, else</source>
        <translation>URL: sqlite:/path/to/branch.db hoặc postgresql://host/database?…, nếu không nêu</translation>
    </message>
    <message>
        <source>     from MOTCUA_DATABASE or /etc/motcua/motcua.conf</source>
        <translation>     thì lấy ở MOTCUA_DATABASE hoặc /etc/motcua/motcua.conf</translation>
    </message>
    <message>
        <source>Find dossiers by code, name, ID number or phone; - reads one line from standard input</source>
        <translation>Tìm hồ sơ theo mã, tên, số định danh hoặc điện thoại; - thì đọc một dòng từ đầu vào chuẩn</translation>
    </message>
    <message numerus="yes">
        <source>personal data of %n dossier(s) that ended or were left waiting for papers</source>
        <translation>
            <numerusform>dữ liệu cá nhân của %n hồ sơ đã kết thúc hoặc bỏ dở khi chờ bổ sung</numerusform>
        </translation>
    </message>
    <message>
        <source>Make this PC the server of a branch with several PCs</source>
        <translation>Biến máy này thành máy chủ của chi nhánh có nhiều máy</translation>
    </message>
    <message>
        <source>Start the branch&apos;s server, brought up to date</source>
        <translation>Khởi động máy chủ của chi nhánh, đã cập nhật</translation>
    </message>
    <message>
        <source>Stop the branch&apos;s server</source>
        <translation>Dừng máy chủ của chi nhánh</translation>
    </message>
    <message>
        <source>Let a PC join: a file to carry to it and the code that opens it once</source>
        <translation>Cho một máy tham gia: tệp mang tới máy đó và mã mở tệp một lần</translation>
    </message>
    <message>
        <source>Shut a PC out, now and for good</source>
        <translation>Thu hồi quyền của một máy, ngay và vĩnh viễn</translation>
    </message>
    <message>
        <source>The PCs that were enrolled, and who is connected</source>
        <translation>Các máy đã được cấp quyền, và máy nào đang kết nối</translation>
    </message>
    <message>
        <source>Copy the branch into the server&apos;s backups</source>
        <translation>Sao lưu chi nhánh vào thư mục sao lưu của máy chủ</translation>
    </message>
    <message>
        <source>Put such a copy in the branch&apos;s place; what was there is kept</source>
        <translation>Khôi phục chi nhánh từ bản sao lưu đó; dữ liệu đang có được giữ lại</translation>
    </message>
    <message>
        <source>Make this PC part of a branch; the code is read from standard input, one line</source>
        <translation>Cho máy này tham gia chi nhánh; mã được đọc từ đầu vào chuẩn, một dòng</translation>
    </message>
    <message>
        <source>Try all faces on a sample branch; --text: a day on the terminal; --branch-server: on a server</source>
        <translation>Dùng thử trên chi nhánh mẫu; --text: một ngày trên cửa sổ lệnh; --branch-server: máy chủ</translation>
    </message>
    <message>
        <source>Kiosk, board and counter are programs of their own, each joined to the server in %1. PIN at the counter: %2</source>
        <translation>Máy lấy số, bảng gọi số và quầy là các chương trình riêng, mỗi chương trình đã tham gia máy chủ trong %1. Mã PIN tại quầy: %2</translation>
    </message>
    <message>
        <source>The server of branch %1 runs at %2:%3.
Other commands on this PC: MOTCUA_SETTINGS=%4
Keep copies of %5 and of the folder %6 in a safe place, apart from the backups.
Next, for each PC: motcua server enrol NAME --face FACE</source>
        <translation>Máy chủ của chi nhánh %1 đang chạy tại %2:%3.
Các lệnh khác trên máy này: MOTCUA_SETTINGS=%4
Hãy giữ bản sao của %5 và của thư mục %6 ở nơi an toàn, tách khỏi các bản sao lưu.
Tiếp theo, với từng máy: motcua server enrol NAME --face FACE</translation>
    </message>
    <message>
        <source>kiosk</source>
        <translation>máy lấy số</translation>
    </message>
    <message>
        <source>counter</source>
        <translation>quầy</translation>
    </message>
    <message>
        <source>board</source>
        <translation>bảng gọi số</translation>
    </message>
    <message>
        <source>manager</source>
        <translation>quản lý</translation>
    </message>
    <message>
        <source>connected</source>
        <translation>đang kết nối</translation>
    </message>
    <message>
        <source>not connected</source>
        <translation>chưa kết nối</translation>
    </message>
    <message>
        <source>has not joined yet</source>
        <translation>chưa tham gia</translation>
    </message>
    <message>
        <source>did not join in time</source>
        <translation>quá hạn tham gia</translation>
    </message>
    <message>
        <source>revoked</source>
        <translation>đã thu hồi</translation>
    </message>
    <message>
        <source>The branch&apos;s server runs at %1:%2.</source>
        <translation>Máy chủ của chi nhánh đang chạy tại %1:%2.</translation>
    </message>
    <message>
        <source>The branch&apos;s server has stopped.</source>
        <translation>Máy chủ của chi nhánh đã dừng.</translation>
    </message>
    <message numerus="yes">
        <source>Code for %1: %2
Carry %3 to that PC, then type there: motcua join %4
The code works once and for %n hour(s).</source>
        <translation>
            <numerusform>Mã của %1: %2
Mang %3 tới máy đó rồi gõ: motcua join %4
Mã dùng được một lần, trong %n giờ.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is shut out.</source>
        <translation>Đã thu hồi quyền của %1.</translation>
    </message>
    <message>
        <source>certificate until %1</source>
        <translation>chứng thư đến %1</translation>
    </message>
    <message>
        <source>No PC is enrolled yet.</source>
        <translation>Chưa có máy nào được cấp quyền.</translation>
    </message>
    <message>
        <source>The branch was copied to %1, and the copy can be read.</source>
        <translation>Đã sao lưu chi nhánh vào %1, và bản sao đọc được.</translation>
    </message>
    <message>
        <source>Code:</source>
        <translation>Mã:</translation>
    </message>
    <message>
        <source>This PC is %1 of branch %2 now. Its settings: %3</source>
        <translation>Máy này nay là %1 của chi nhánh %2. Thiết đặt: %3</translation>
    </message>
    <message>
        <source>PIN with which staff leave this kiosk, told only now: %1</source>
        <translation>Mã PIN để cán bộ thoát khỏi máy lấy số này, chỉ báo một lần: %1</translation>
    </message>
    <message>
        <source>Move the branch with everything to another place, a server or a file</source>
        <translation>Chuyển toàn bộ chi nhánh sang nơi khác: máy chủ hoặc tệp</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Đã chép</translation>
    </message>
    <message>
        <source>Branch %1 has moved to %2. Rows: %3, last event: %4; all of it was compared and proven.
%5 is retired: nobody can work there any more. Set the new place on every PC.</source>
        <translation>Chi nhánh %1 đã chuyển sang %2. Số dòng: %3, sự kiện cuối: %4; tất cả đã được đối chiếu và kiểm tra.
%5 đã ngừng dùng: không ai làm việc ở đó được nữa. Hãy đặt nơi mới trên từng máy.</translation>
    </message>
    <message>
        <source>This paper tells the old data: the record has changed since. To issue it anew with what is on record now: motcua intake print %1 --form %2</source>
        <translation>Giấy này ghi dữ liệu cũ: hồ sơ đã thay đổi sau đó. Để cấp giấy mới theo dữ liệu hiện nay: motcua intake print %1 --form %2</translation>
    </message>
    <message>
        <source>group</source>
        <translation>nhóm</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>chưa rõ</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>chưa có</translation>
    </message>
    <message>
        <source>%1: %2 was %3, is now %4</source>
        <extracomment>%1 code of a procedure, %2 what of it, as &quot;fee online&quot;, %3 and %4 its values</extracomment>
        <translation>%1: %2 trước là %3, nay là %4</translation>
    </message>
    <message>
        <source>the file is a list, not one form</source>
        <translation>tệp là một danh sách, không phải một phiếu</translation>
    </message>
    <message>
        <source>line %1 of the file is not valid JSON</source>
        <translation>dòng %1 của tệp không phải JSON hợp lệ</translation>
    </message>
    <message>
        <source>an unknown channel, its line is not used</source>
        <translation>kênh nộp lạ, không dùng dòng đó</translation>
    </message>
    <message>
        <source>The certificate of %1 ends on %2. Before that: server revoke %1, server enrol %1, then join on that PC.</source>
        <translation>Chứng thư của %1 hết hạn ngày %2. Trước ngày đó: server revoke %1, server enrol %1, rồi chạy join trên máy đó.</translation>
    </message>
    <message>
        <source>The branch head&apos;s day</source>
        <translation>Một ngày của chi nhánh, cho trưởng chi nhánh</translation>
    </message>
    <message>
        <source>The centre is ready. Let branches send: motcua centre enrol CN1</source>
        <translation>Trung tâm đã sẵn sàng. Cho chi nhánh gửi dữ liệu: motcua centre enrol CN1</translation>
    </message>
    <message>
        <source>Its key, which alone opens citizens&apos; records, is in %1. Keep a copy in a safe place and none on the server.</source>
        <translation>Khóa của Trung tâm, thứ duy nhất mở được hồ sơ của công dân, nằm ở %1. Hãy cất một bản ở nơi an toàn và không để trên máy chủ.</translation>
    </message>
    <message>
        <source>%1 may send. Carry %2 to the branch and keep no copy: it holds the password. There: motcua sync --centre FILE</source>
        <translation>%1 được phép gửi. Hãy mang %2 tới chi nhánh và không giữ bản sao, vì tệp có mật khẩu. Tại đó: motcua sync --centre TỆP</translation>
    </message>
    <message>
        <source>%1 is shut out. What it sent stays.</source>
        <translation>%1 đã bị khóa. Dữ liệu đã gửi vẫn còn.</translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) written to %1</source>
        <translation>
            <numerusform>Đã ghi %n địa điểm vào %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The register holds %n place(s) now.</source>
        <translation>
            <numerusform>Danh mục hiện có %n địa điểm.</numerusform>
        </translation>
    </message>
    <message>
        <source>never</source>
        <translation>chưa lần nào</translation>
    </message>
    <message>
        <source>%1: last sync %2, event %3 of %4, gaps: %5</source>
        <translation>%1: đồng bộ gần nhất %2, sự kiện %3 trên %4, thiếu: %5</translation>
    </message>
    <message>
        <source>not the same as at the branch: %1</source>
        <translation>khác với chi nhánh: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) that were set aside</source>
        <translation>
            <numerusform>%n dòng bị để riêng</numerusform>
        </translation>
    </message>
    <message>
        <source>shut out</source>
        <translation>đã bị khóa</translation>
    </message>
    <message>
        <source>No branch is enrolled yet.</source>
        <translation>Chưa có chi nhánh nào được cấp quyền gửi.</translation>
    </message>
    <message>
        <source>Nothing is open of %1 any more.</source>
        <translation>Không còn việc nào của %1 cần xem.</translation>
    </message>
    <message>
        <source>Send the centre what is new, and prove the days that were closed</source>
        <translation>Gửi Trung tâm những gì mới và đối chiếu các ngày đã đóng</translation>
    </message>
    <message>
        <source>Make the city&apos;s database, or bring it up to this program</source>
        <translation>Tạo cơ sở dữ liệu của thành phố, hoặc nâng lên phiên bản này</translation>
    </message>
    <message>
        <source>The register of branches, points and agents, as CSV</source>
        <translation>Danh mục chi nhánh, điểm và đại lý, dạng CSV</translation>
    </message>
    <message>
        <source>Replace the register by such a file</source>
        <translation>Thay danh mục bằng một tệp như vậy</translation>
    </message>
    <message>
        <source>How far each branch has sent, and what is missing</source>
        <translation>Mỗi chi nhánh đã gửi tới đâu và còn thiếu gì</translation>
    </message>
    <message>
        <source>Somebody has looked at a branch&apos;s alarms and rows set aside</source>
        <translation>Đã xem xong cảnh báo và các dòng bị để riêng của một chi nhánh</translation>
    </message>
    <message>
        <source>%1 is at the centre up to event %2: %3 rows sent, %4 of them new, %5 days proven.</source>
        <translation>%1 đã có ở Trung tâm tới sự kiện %2: gửi %3 dòng, trong đó %4 dòng mới, đã đối chiếu %5 ngày.</translation>
    </message>
    <message>
        <source>Not the same at the centre: %1</source>
        <translation>Khác với dữ liệu ở Trung tâm: %1</translation>
    </message>
    <message>
        <source>Count a day by group: the day sheet</source>
        <translation>Đếm một ngày theo nhóm: bảng tổng hợp ngày</translation>
    </message>
    <message>
        <source>Groups and procedures, counters, waits over the target, dossiers</source>
        <translation>Nhóm và thủ tục, quầy, chờ quá mục tiêu, hồ sơ</translation>
    </message>
    <message>
        <source>Nothing to report for these days.</source>
        <translation>Không có gì để báo cáo trong những ngày này.</translation>
    </message>
    <message>
        <source>Sent to the printer %1.</source>
        <translation>Đã gửi tới máy in %1.</translation>
    </message>
    <message>
        <source>Published as version %1. Each branch takes it over with its next sync while no day is open.</source>
        <translation>Đã công bố phiên bản %1. Mỗi chi nhánh nhận trong lần đồng bộ tới, khi không có ngày làm việc đang mở.</translation>
    </message>
    <message>
        <source>Publish groups, procedures, hours and holidays of a branch file for all branches</source>
        <translation>Công bố nhóm, thủ tục, giờ làm việc và ngày nghỉ của một tệp chi nhánh cho mọi chi nhánh</translation>
    </message>
    <message>
        <source>Catalogue, hours and holidays are the centre&apos;s version %1 now.</source>
        <translation>Danh mục, giờ làm việc và ngày nghỉ nay theo phiên bản %1 của Trung tâm.</translation>
    </message>
    <message>
        <source>The centre has published version %1. It is taken over once the day is closed.</source>
        <translation>Trung tâm đã công bố phiên bản %1. Chi nhánh sẽ nhận sau khi đóng ngày làm việc.</translation>
    </message>
    <message>
        <source>Alarm: a copy of this branch&apos;s data has spoken in its name.</source>
        <translation>Cảnh báo: có bản sao dữ liệu của chi nhánh này đã gửi dưới tên chi nhánh.</translation>
    </message>
    <message>
        <source>Alarm: branch and centre need the same version of the program.</source>
        <translation>Cảnh báo: chi nhánh và Trung tâm cần cùng một phiên bản chương trình.</translation>
    </message>
    <message>
        <source>Alarm: rows came that no table takes.</source>
        <translation>Cảnh báo: có dòng gửi lên mà không bảng nào nhận được.</translation>
    </message>
    <message>
        <source>Alarm: a closed day is not the same here and at the branch.</source>
        <translation>Cảnh báo: có ngày đã đóng không giống với dữ liệu ở chi nhánh.</translation>
    </message>
    <message>
        <source>The comments of citizens, those nobody has dealt with first</source>
        <translation>Góp ý của công dân, chưa xử lý đứng trước</translation>
    </message>
    <message>
        <source>Note that a comment was dealt with; how is read from standard input, one line</source>
        <translation>Ghi là góp ý đã được xử lý; cách xử lý đọc từ đầu vào chuẩn, một dòng</translation>
    </message>
    <message>
        <source>A citizen&apos;s tablet at a counter: how was it?</source>
        <translation>Máy đánh giá của công dân ở một quầy</translation>
    </message>
    <message>
        <source>very satisfied</source>
        <translation>rất hài lòng</translation>
    </message>
    <message>
        <source>satisfied</source>
        <translation>hài lòng</translation>
    </message>
    <message>
        <source>not satisfied</source>
        <translation>không hài lòng</translation>
    </message>
    <message>
        <source>The visit of %1 at counter %2: %3.</source>
        <translation>Lượt của %1 ở quầy %2: %3.</translation>
    </message>
    <message>
        <source>handled by %1</source>
        <translation>%1 đã xử lý</translation>
    </message>
    <message>
        <source>received</source>
        <translation>đã nhận</translation>
    </message>
    <message>
        <source>erased after the branch&apos;s time for comments</source>
        <translation>đã xóa khi hết thời hạn lưu góp ý của chi nhánh</translation>
    </message>
    <message>
        <source>No citizen has written anything yet.</source>
        <translation>Chưa có công dân nào góp ý.</translation>
    </message>
    <message>
        <source>%1 more that nobody has dealt with come after these.</source>
        <translation>Còn %1 góp ý chưa xử lý nữa, xếp sau các góp ý này.</translation>
    </message>
    <message>
        <source>Handled: %1 of %2 (%3)</source>
        <translation>Đã xử lý: %1 trên %2 (%3)</translation>
    </message>
    <message>
        <source>The comment is noted as handled.</source>
        <translation>Đã ghi là góp ý được xử lý.</translation>
    </message>
    <message>
        <source>rating</source>
        <translation>máy đánh giá</translation>
    </message>
    <message>
        <source>Who is expected on a day, and who is there</source>
        <translation>Ai trực trong ngày và ai đang có mặt</translation>
    </message>
    <message>
        <source>Set the roster of each day in a file (date;staff;counter;starts;agency)</source>
        <translation>Đặt lịch trực cho từng ngày trong tệp (date;staff;counter;starts;agency)</translation>
    </message>
    <message>
        <source>is not a counter&apos;s number</source>
        <translation>không phải số quầy</translation>
    </message>
    <message>
        <source>names nobody who works at this branch</source>
        <translation>không phải cán bộ của chi nhánh</translation>
    </message>
    <message>
        <source>names a counter that does not exist</source>
        <translation>nêu quầy không có</translation>
    </message>
    <message>
        <source>at counter %1</source>
        <translation>ở quầy %1</translation>
    </message>
    <message>
        <source>not signed in</source>
        <translation>chưa đăng nhập</translation>
    </message>
    <message>
        <source>signed out</source>
        <translation>đã đăng xuất</translation>
    </message>
    <message>
        <source>not due yet</source>
        <translation>chưa đến giờ</translation>
    </message>
    <message>
        <source>Roster: %1 entries on %2 days.</source>
        <translation>Lịch trực: %1 dòng trong %2 ngày.</translation>
    </message>
    <message>
        <source>Nobody is on the roster of that day.</source>
        <translation>Ngày đó chưa có ai trong lịch trực.</translation>
    </message>
    <message>
        <source>%1 may read the city&apos;s figures. Carry %2 to that PC and keep no copy: it holds the password. There: motcua open city --centre FILE</source>
        <translation>%1 được đọc số liệu thành phố. Mang %2 tới máy đó và không giữ bản sao: tệp chứa mật khẩu. Tại máy đó: motcua open city --centre TỆP</translation>
    </message>
    <message>
        <source>All branches, from what they sent to the centre</source>
        <translation>Mọi chi nhánh, theo số liệu đã gửi về Trung tâm</translation>
    </message>
    <message>
        <source>Shut a branch&apos;s or a reader&apos;s login out</source>
        <translation>Khóa quyền của một chi nhánh hoặc một người đọc</translation>
    </message>
    <message>
        <source>All branches of the city, for the centre&apos;s staff</source>
        <translation>Mọi chi nhánh của thành phố, cho cán bộ Trung tâm</translation>
    </message>
    <message>
        <source>Rate the visit that has just ended at a counter; a comment is read from standard input</source>
        <translation>Đánh giá lượt vừa kết thúc ở một quầy; góp ý đọc từ đầu vào chuẩn</translation>
    </message>
    <message>
        <source>A file with a login: for a branch to send, or with --reader for somebody to read the figures</source>
        <translation>Tệp đăng nhập để chi nhánh gửi dữ liệu, hoặc với --reader để người của Trung tâm đọc số liệu</translation>
    </message>
    <message>
        <source>The new password is valid already and is in %1. Keep that file.</source>
        <translation>Mật khẩu mới đã có hiệu lực và nằm trong tệp %1. Hãy giữ tệp đó.</translation>
    </message>
    <message>
        <source>%1 rows, %2 MB</source>
        <translation>%1 dòng, %2 MB</translation>
    </message>
    <message>
        <source>%1, %2 s left</source>
        <translation>%1, còn khoảng %2 giây</translation>
    </message>
    <message numerus="yes">
        <source>%n comment(s) of citizens</source>
        <translation>
            <numerusform>%n góp ý của công dân</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n nobody has dealt with</source>
        <translation>
            <numerusform>%n góp ý chưa ai xử lý</numerusform>
        </translation>
    </message>
    <message>
        <source>is not a time (07:30, 7:30, 0730 or 7h30)</source>
        <translation>không phải giờ (07:30, 7:30, 0730 hoặc 7h30)</translation>
    </message>
    <message>
        <source>is a day gone by</source>
        <translation>là ngày đã qua</translation>
    </message>
    <message>
        <source>has somebody else from the same time that day</source>
        <translation>đã có người khác cùng giờ trong ngày</translation>
    </message>
    <message>
        <source>It names the certificate %1: carry that file along and put it at the same place there, or write its new place into the file.</source>
        <translation>Tệp này dẫn tới chứng thư %1: mang theo cả tệp đó và đặt ở đúng chỗ ấy trên máy kia, hoặc ghi chỗ mới vào tệp.</translation>
    </message>
</context>
<context>
    <name>motcua::TodayPage</name>
    <message>
        <source>Today</source>
        <translation>Hôm nay</translation>
    </message>
    <message>
        <source>Visits by hour</source>
        <translation>Lượt theo giờ</translation>
    </message>
    <message>
        <source>Issued</source>
        <translation>Cấp số</translation>
    </message>
    <message>
        <source>Served</source>
        <comment>bars</comment>
        <translation>Phục vụ xong</translation>
    </message>
    <message>
        <source>No visits yet today.</source>
        <translation>Chưa có lượt nào hôm nay.</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation>Cần chú ý</translation>
    </message>
    <message>
        <source>Nothing needs you now.</source>
        <translation>Hiện không có việc nào cần chú ý.</translation>
    </message>
    <message>
        <source>By group</source>
        <translation>Theo nhóm thủ tục</translation>
    </message>
    <message>
        <source>By counter</source>
        <translation>Theo quầy</translation>
    </message>
    <message>
        <source>min:s each</source>
        <translation>phút:giây mỗi lượt</translation>
    </message>
    <message>
        <source>the day is not open</source>
        <translation>chưa mở ngày làm việc</translation>
    </message>
    <message>
        <source>%1/%2 counters open</source>
        <translation>%1/%2 quầy mở</translation>
    </message>
    <message>
        <source>min</source>
        <translation>phút</translation>
    </message>
    <message>
        <source>over target %1</source>
        <translation>quá mục tiêu %1</translation>
    </message>
    <message>
        <source>target ≤ %1</source>
        <translation>mục tiêu ≤ %1</translation>
    </message>
    <message>
        <source>Issued</source>
        <comment>tile</comment>
        <translation>Đã cấp số</translation>
    </message>
    <message>
        <source>usual %1 %2</source>
        <translation>%1 thường %2</translation>
    </message>
    <message>
        <source>Served</source>
        <translation>Đã phục vụ</translation>
    </message>
    <message>
        <source>%1 in service · %2 no-show</source>
        <translation>%1 đang làm · %2 vắng</translation>
    </message>
    <message>
        <source>Waiting</source>
        <comment>tile</comment>
        <translation>Đang chờ</translation>
    </message>
    <message>
        <source>longest %1 min (%2)</source>
        <translation>lâu nhất %1 phút (%2)</translation>
    </message>
    <message>
        <source>Average wait</source>
        <translation>Chờ trung bình</translation>
    </message>
    <message>
        <source>9 in 10 wait under</source>
        <translation>9/10 người chờ dưới</translation>
    </message>
    <message>
        <source>Intakes</source>
        <translation>Hồ sơ đã ghi</translation>
    </message>
    <message>
        <source>%1 accepted · %2 to supplement · %3 rejected</source>
        <translation>%1 nhận · %2 bổ sung · %3 từ chối</translation>
    </message>
    <message>
        <source>%1 min</source>
        <comment>short, in a table</comment>
        <translation>%1 ph</translation>
    </message>
    <message>
        <source>Whole branch</source>
        <translation>Toàn chi nhánh</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Nhóm</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Xong</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Chờ</translation>
    </message>
    <message>
        <source>Avg wait</source>
        <translation>Chờ TB</translation>
    </message>
    <message>
        <source>9/10 under</source>
        <translation>9/10 dưới</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>Nhận</translation>
    </message>
    <message>
        <source>To suppl.</source>
        <translation>Bổ sung</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Từ chối</translation>
    </message>
    <message>
        <source>Break %1 min</source>
        <translation>Tạm nghỉ %1 ph</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Sẵn sàng</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Đóng</translation>
    </message>
    <message>
        <source>Counter %1</source>
        <translation>Quầy %1</translation>
    </message>
    <message>
        <source>Counter</source>
        <translation>Quầy</translation>
    </message>
    <message>
        <source>Avg</source>
        <translation>TB</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Hiện tại</translation>
    </message>
    <message>
        <source>the day is closed</source>
        <translation>đã đóng ngày làm việc</translation>
    </message>
    <message>
        <source>%1 on hold</source>
        <translation>%1 tạm giữ</translation>
    </message>
    <message>
        <source>%1 given back or expired</source>
        <translation>%1 trả lại hoặc hết hiệu lực</translation>
    </message>
    <message>
        <source>Satisfied</source>
        <translation>Hài lòng</translation>
    </message>
    <message numerus="yes">
        <source>%n rating(s)</source>
        <translation>
            <numerusform>%n lượt đánh giá</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 no-show</source>
        <translation>%1 vắng mặt</translation>
    </message>
</context>
<context>
    <name>motcua::TodayPanel</name>
    <message>
        <source>Today&apos;s intakes</source>
        <translation>Tiếp nhận hôm nay</translation>
    </message>
    <message>
        <source>counter %1 · %2</source>
        <translation>quầy %1 · %2</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>tiếp nhận</translation>
    </message>
    <message>
        <source>supplement</source>
        <translation>bổ sung</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>từ chối</translation>
    </message>
</context>
<context>
    <name>motcua::TransferLayer</name>
    <message>
        <source>Transfer %1 to</source>
        <translation>Chuyển %1 đến</translation>
    </message>
    <message numerus="yes">
        <source>%n in line</source>
        <translation>
            <numerusform>%n chờ</numerusform>
        </translation>
    </message>
    <message>
        <source>Counter %1</source>
        <translation>Quầy %1</translation>
    </message>
    <message>
        <source>break</source>
        <translation>nghỉ</translation>
    </message>
    <message>
        <source>or to an open counter</source>
        <translation>hoặc đến một quầy đang mở</translation>
    </message>
    <message>
        <source>Keeps ticket time %1</source>
        <translation>Giữ giờ lấy số %1</translation>
    </message>
    <message>
        <source>Transfer</source>
        <translation>Chuyển</translation>
    </message>
</context>
<context>
    <name>motcua::YearsCalendar</name>
    <message>
        <source>Numbers given each day of the years</source>
        <translation>Số đã cấp mỗi ngày trong các năm</translation>
    </message>
    <message>
        <source>%1 %2: closed</source>
        <translation>%1 %2: nghỉ</translation>
    </message>
    <message numerus="yes">
        <source>%1 %2: %n number(s)</source>
        <translation>
            <numerusform>%1 %2: %n số</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 served</source>
        <translation>%1 đã phục vụ</translation>
    </message>
    <message>
        <source>average wait %1 min</source>
        <translation>chờ trung bình %1 phút</translation>
    </message>
    <message>
        <source>%1 dossiers accepted</source>
        <translation>%1 hồ sơ tiếp nhận</translation>
    </message>
</context>
</TS>
