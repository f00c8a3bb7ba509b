// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "shared/core/collection.h"

/// The code tables that records use: what is stored is the code, what is shown is the label. Codes are permanent; a retired
/// code stays in its table so that old records can be read.
namespace qiaomen::codes {
// Tables are read by column.
// clang-format off

/// GB/T 2261.1.
inline constexpr Choice kSex[] = {
    {"1", {"Male", "男"}}, {"2", {"Female", "女"}}, {"0", {"Unknown", "未知"}}, {"9", {"Not stated", "未说明"}}};

/// GB/T 4761, one digit: relation to the head of the household.
inline constexpr Choice kRelation[] = {
    {"0", {"Head", "户主"}},        {"1", {"Spouse", "配偶"}},           {"2", {"Son", "儿子"}},
    {"3", {"Daughter", "女儿"}},    {"4", {"Grandchild", "孙子女"}},     {"5", {"Parent", "父母"}},
    {"6", {"Grandparent", "祖父母"}}, {"7", {"Sibling", "兄弟姐妹"}},     {"8", {"Other", "其他"}}};

inline constexpr Choice kPopulation[] = {
    {"permanent", {"Permanent resident", "常住"}},   {"registered", {"Registered and present", "户籍在"}},
    {"inflow", {"Moved in", "流入"}},                {"outflow", {"Moved out to work", "流出"}},
    {"lodger", {"Lodger", "寄住"}}};

inline constexpr Choice kRegister[] = {{"agricultural", {"Agricultural", "农业"}},
                                       {"non_agricultural", {"Non-agricultural", "非农业"}},
                                       {"collective", {"Collective", "集体户"}}};

inline constexpr Choice kDwellingUse[] = {{"owner", {"Owner-occupied", "自住"}}, {"let", {"Let", "出租"}},
                                          {"vacant", {"Vacant", "空置"}},        {"shared", {"Shared let", "群租"}},
                                          {"business", {"Business", "商用"}}};

inline constexpr Choice kCareTags[] = {
    {"elder_alone", {"Elder living alone", "独居老人"}},  {"elder_couple", {"Elders only", "空巢老人"}},
    {"very_old", {"80 and over", "高龄老人"}},            {"left_behind", {"Left-behind child", "留守儿童"}},
    {"disabled", {"Disabled", "残疾人"}},                 {"low_income", {"Low income", "低保"}},
    {"special_hardship", {"Special hardship", "特困"}},   {"veteran", {"Veteran", "退役军人"}},
    {"chronic", {"Chronically ill", "慢性病"}},           {"pregnant", {"Pregnant", "孕产妇"}},
    {"unemployed", {"Looking for work", "失业"}},         {"new_resident", {"New resident", "新居民"}}};

inline constexpr Choice kHouseholdTags[] = {{"low_income", {"Low income", "低保户"}},
                                            {"special_hardship", {"Special hardship", "特困户"}},
                                            {"martyr_family", {"Family of a martyr", "烈属"}},
                                            {"military_family", {"Military family", "军属"}},
                                            {"dog", {"Dog at the door", "有犬"}},
                                            {"two_persons", {"Go in pairs", "须两人同行"}}};

inline constexpr Choice kContactWay[] = {{"door", {"At the door", "上门"}}, {"phone", {"By phone", "电话"}},
                                         {"wechat", {"By message", "微信"}}, {"relative", {"Through a relative", "联系亲属"}}};

inline constexpr Choice kVisitWay[] = {
    {"door", {"At the door", "上门"}}, {"phone", {"By phone", "电话"}}, {"outside", {"Met outside", "户外遇见"}}};

/// Every outcome is a valid result; none lowers anybody's figures.
inline constexpr Choice kVisitOutcome[] = {{"met", {"Met", "见到"}},           {"not_home", {"Not home", "未遇"}},
                                           {"refused", {"Refused", "谢绝"}},   {"later", {"Asked to come later", "改日再来"}},
                                           {"moved", {"Moved away", "已搬走"}}, {"vacant", {"Vacant", "空置"}}};

inline constexpr Choice kVisitReason[] = {
    {"routine", {"Routine", "日常走访"}},     {"care", {"Care visit", "关爱走访"}},     {"follow_up", {"Follow-up", "回访"}},
    {"hazard", {"Hazard check", "隐患排查"}}, {"service", {"Door service", "上门服务"}}, {"campaign", {"Campaign", "专项工作"}}};

/// Where a visit was written down first, when it was not in this app.
inline constexpr Choice kVisitSource[] = {{"import", {"Office workbook", "台账导入"}}};

inline constexpr Choice kUnplacedState[] = {
    {"open", {"Open", "待对应"}}, {"placed", {"Placed", "已对应"}}, {"dropped", {"Given up", "已放弃"}}};

/// Groups of facts that a resident can confirm in one breath.
inline constexpr Choice kConfirmed[] = {{"members", {"Members", "家庭成员"}},
                                        {"contacts", {"Contacts", "联系方式"}},
                                        {"dwelling", {"Dwelling", "房屋情况"}},
                                        {"care", {"Care needs", "关爱需求"}}};

inline constexpr Choice kNeedKind[] = {
    {"relief", {"Relief", "困难救助"}},       {"elder_care", {"Elder care", "养老助老"}}, {"health", {"Health", "医疗健康"}},
    {"job", {"Work", "就业"}},                {"insurance", {"Insurance", "社保"}},       {"housing", {"Housing", "住房物业"}},
    {"schooling", {"Schooling", "子女教育"}}, {"dispute", {"Dispute", "矛盾调解"}},       {"environment", {"Environment", "环境卫生"}},
    {"other", {"Other", "其他"}}};

inline constexpr Choice kUrgency[] = {{"now", {"At once", "紧急"}}, {"soon", {"Soon", "尽快"}}, {"normal", {"Normal", "一般"}}};

inline constexpr Choice kNeedRoute[] = {{"on_spot", {"Solved on the spot", "当场解决"}},
                                        {"community", {"Community follows", "社区跟进"}},
                                        {"upper", {"Sent to the street", "上报街道"}}};

inline constexpr Choice kNeedState[] = {
    {"open", {"Open", "待办"}}, {"handling", {"Being handled", "办理中"}}, {"met", {"Met", "已解决"}}, {"explained", {"Explained", "已解释"}}};

/// Ten plain kinds for the worker (DOMAIN practice: passages, extinguishers, wires, gas, e-bikes, group rentals …).
inline constexpr Choice kHazardKind[] = {
    {"fire_passage", {"Blocked passage", "消防通道堵塞"}}, {"extinguisher", {"Fire extinguisher", "灭火器缺失"}},
    {"wiring", {"Wiring", "电线老化私拉"}},                {"gas", {"Gas", "燃气隐患"}},
    {"ebike", {"E-bike charging indoors", "电动车入户充电"}}, {"shared_let", {"Overcrowded let", "群租"}},
    {"shop_home", {"Shop below, home above", "下店上宅"}},  {"building", {"Building damage", "房屋破损"}},
    {"water", {"Water or drain", "涉水隐患"}},             {"other", {"Other", "其他"}}};

inline constexpr Choice kHazardRisk[] = {{"small", {"Small", "小"}}, {"general", {"General", "一般"}}, {"major", {"Major", "重大"}}};

/// The rules of the worklist (worklist.h), as notes on the plan name them.
inline constexpr Choice kWorkRule[] = {{"report", {"Major hazard", "重大隐患"}},  {"order", {"Door order", "上门服务单"}},
                                       {"need", {"Follow-up", "需求回访"}},
                                       {"hazard", {"Hazard recheck", "隐患复查"}}, {"agreed", {"Agreed visit", "约定走访"}},
                                       {"again", {"Come again", "改日再访"}},     {"newcomer", {"New household", "新入住走访"}},
                                       {"care", {"Care visit", "关爱走访"}},      {"birthday", {"Birthday", "生日问候"}},
                                       {"card", {"Contact card", "更换联系卡"}},  {"questions", {"Questions", "问题征询"}},
                                       {"round", {"Round", "日常走访"}}};

inline constexpr Choice kPlanNoteKind[] = {{"put_off", {"Put off", "推迟"}}, {"knock_again", {"Knock again", "本周再次上门"}}};

/// Why something is put off, or why somebody knocks again so soon.
inline constexpr Choice kPlanReason[] = {{"away", {"The family is away", "家人外出"}},
                                         {"asked", {"The household asked for it", "住户要求"}},
                                         {"waiting", {"Waiting for somebody else", "等待有关方面"}},
                                         {"urgent", {"It cannot wait", "情况紧急"}},
                                         {"other", {"Another reason", "其他事由"}}};

inline constexpr Choice kHazardState[] = {{"open", {"Open", "待整改"}},
                                          {"rectifying", {"Being put right", "整改中"}},
                                          {"closed", {"Closed", "已销号"}},
                                          {"escalated", {"Escalated", "已上报"}}};

/// What is done about a hazard after it was found (hazard_rules.h).
inline constexpr Choice kHazardAct[] = {{"notice", {"Notice given", "已下达整改通知"}},
                                        {"rechecked", {"Looked at again", "已复查"}},
                                        {"extended", {"Time limit extended", "已延期"}},
                                        {"escalated", {"Reported upward", "已上报"}},
                                        {"closed", {"Closed", "已销号"}},
                                        {"reopened", {"Came back", "问题反复，重新登记"}}};

inline constexpr Choice kOrderKind[] = {{"door", {"Service at the door", "上门服务"}},
                                        {"proxy", {"Done by proxy", "代办"}},
                                        {"company", {"Go together", "陪同帮办"}}};

inline constexpr Choice kOrderChannel[] = {{"visit", {"Asked on a visit", "走访时提出"}},
                                           {"phone", {"By phone", "电话"}},
                                           {"hall", {"At the hall", "大厅"}},
                                           {"relative", {"Through a relative or neighbour", "亲属邻里转达"}}};

/// The parts of a day that people name when they agree when somebody comes.
inline constexpr Choice kDayPart[] = {{"any", {"Any time", "全天均可"}},
                                      {"morning", {"Morning", "上午"}},
                                      {"afternoon", {"Afternoon", "下午"}},
                                      {"evening", {"Evening", "傍晚以后"}}};

/// The steps of a door order, in the order of OrderAct (order_rules.h).
inline constexpr Choice kOrderAct[] = {{"accepted", {"Time agreed", "已约定时间"}},
                                       {"collected", {"Papers taken along", "已收取材料"}},
                                       {"done", {"Done", "已办结"}},
                                       {"not_home", {"Not home", "上门未遇"}},
                                       {"cannot", {"Cannot be done", "不能办理"}},
                                       {"delivered", {"Result handed over", "已送达"}},
                                       {"withdrawn", {"Withdrawn by the resident", "居民撤回"}}};

/// Why an order cannot be done, or not now.
inline constexpr Choice kCannotReason[] = {{"papers_missing", {"Papers are missing", "材料不齐"}},
                                           {"in_person", {"Must come in person", "须本人到场"}},
                                           {"not_ours", {"Another office decides it", "不属本社区受理"}},
                                           {"not_entitled", {"The conditions are not met", "不符合条件"}},
                                           {"not_issued", {"Is not issued any more", "已取消的证明事项"}},
                                           {"other", {"Another reason", "其他原因"}}};

inline constexpr Choice kPaperForm[] = {{"original", {"Original", "原件"}}, {"copy", {"Copy", "复印件"}}};

inline constexpr Choice kNoticeWay[] = {{"paper", {"On paper", "纸质"}},
                                        {"picture", {"As a picture", "图片"}},
                                        {"read_out", {"Read out", "口头宣读"}}};

inline constexpr Choice kInvitationWay[] = {{"slip", {"By a slip", "评价纸条"}},
                                            {"picture", {"As a picture", "图片"}},
                                            {"declined", {"Did not wish to", "不愿评价"}}};

inline constexpr Choice kPhotoStage[] = {{"before", {"Before", "整改前"}}, {"after", {"After", "整改后"}}};

inline constexpr Choice kConflictState[] = {
    {"open", {"Open", "待处理"}},
    {"kept", {"Winner kept", "保留现值"}},
    {"replaced", {"Other value taken", "改用另一值"}},
    {"seen", {"Noticed", "已知悉"}}};

inline constexpr Choice kConflictGrade[] = {{"clash", {"Same field", "同一字段"}},
                                            {"removal", {"Deleted and changed", "删改冲突"}},
                                            {"parallel", {"Both changed", "同时改动"}}};

/// Why something recorded is not among the grid's records, and waits for a decision.
inline constexpr Choice kRescueCause[] = {{"late", {"The grid had been taken from the device", "网格已从该设备收回"}},
                                          {"refused", {"Refused by the centre", "未被中心接收"}},
                                          {"draft", {"A draft, not saved", "未保存的草稿"}}};

inline constexpr Choice kRescueState[] = {{"open", {"Open", "待处理"}},
                                          {"taken_in", {"Taken in", "已采纳"}},
                                          {"put_aside", {"Put aside", "已搁置"}}};

inline constexpr Choice kDuplicateReason[] = {{"id_number", {"Same identity number", "身份证号相同"}},
                                              {"birth_date", {"Same name and birth date", "姓名和出生日期相同"}},
                                              {"phone", {"Same name and phone", "姓名和电话相同"}},
                                              {"dwelling", {"Same name at one address", "姓名和住址相同"}},
                                              {"phone_tail", {"Similar name and end of phone", "姓名相近、电话尾号相同"}},
                                              {"sound_birth_date", {"Same-sounding name and birth date", "姓名同音、出生日期相同"}},
                                              {"sound_dwelling", {"Same-sounding name at one address", "姓名同音、住址相同"}},
                                              {"number", {"Same household number", "户号相同"}}};

inline constexpr Choice kDuplicateState[] = {
    {"open", {"Open", "待核对"}}, {"merged", {"Merged", "已合并"}}, {"different", {"Not the same", "不是同一个"}}};

/// Why somebody looked at a number in full.
inline constexpr Choice kReadReason[] = {{"verify", {"Check who it is", "核对身份"}},
                                         {"contact", {"Get in touch", "联系居民"}},
                                         {"service", {"Do something for them", "代办事项"}},
                                         {"emergency", {"Emergency", "紧急情况"}},
                                         {"other", {"Another reason", "其他事由"}}};

inline constexpr Choice kMoveKind[] = {{"in", {"Moved in", "迁入"}},
                                       {"out", {"Moved out", "迁出"}},
                                       {"split", {"Household split", "分户"}},
                                       {"join", {"Households joined", "并户"}}};

inline constexpr Choice kMoveReason[] = {{"marriage", {"Marriage", "婚嫁"}},   {"birth", {"Birth", "出生"}},
                                         {"work", {"Work", "务工就业"}},        {"school", {"School", "求学"}},
                                         {"bought", {"Bought a home", "购房"}}, {"lease", {"Lease began or ended", "租约变动"}},
                                         {"family", {"Living with family", "投靠亲属"}}, {"died", {"Died", "去世"}},
                                         {"other", {"Another reason", "其他事由"}}};

/// What holds somebody here: 以房、以业、以证.
inline constexpr Choice kAnchorKind[] = {{"lease", {"House", "以房"}}, {"job", {"Trade", "以业"}}, {"certificate", {"Certificate", "以证"}}};

/// Whom the questions of a set are put to.
inline constexpr Choice kQuestionSubject[] = {{"household", {"Each household", "每户"}}, {"resident", {"Each resident", "每人"}}};

/// The plain kinds of question, in the order of QuestionKind (question_rules.h).
inline constexpr Choice kQuestionKind[] = {{"yes_no", {"Yes or no", "是否"}},  {"one", {"One of several", "单选"}},
                                           {"several", {"Several", "多选"}},   {"number", {"Number", "数字"}},
                                           {"date", {"Date", "日期"}},         {"text", {"Text", "文字"}}};

/// What came of asking. Each is a valid result; "does not wish to say" is respected and not asked again.
inline constexpr Choice kResponse[] = {{"answered", {"Answered", "已回答"}},
                                       {"declined", {"Does not wish to say", "不愿回答"}},
                                       {"not_asked", {"Did not ask", "本次未问"}}};

inline constexpr Choice kYesNo[] = {{"yes", {"Yes", "是"}}, {"no", {"No", "否"}}};

inline constexpr Choice kGridKind[] = {
    {"base", {"Base grid", "基础网格"}}, {"special", {"Special grid", "专属网格"}}, {"commons", {"Commons", "社区公共"}}};

// clang-format on
}  // namespace qiaomen::codes
