<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
    <context>
        <name>AnchorPage</name>
        <message>
            <source>New anchor</source>
            <translation>新增在住依据</translation>
        </message>
        <message>
            <source>Anchor</source>
            <translation>在住依据</translation>
        </message>
        <message>
            <source>For example: lease, business licence, residence permit</source>
            <translation>例如：租赁合同、营业执照、居住证</translation>
        </message>
        <message>
            <source>Stored: %1. Type only to replace it.</source>
            <translation>已存 %1，需要更换时才填写。</translation>
        </message>
        <message>
            <source>Whose</source>
            <translation>属于谁</translation>
        </message>
        <message>
            <source>Nobody chosen: the whole household's</source>
            <translation>不选则属于全户</translation>
        </message>
    </context>
    <context>
        <name>AnchorRow</name>
        <message>
            <source>until %1</source>
            <translation>至 %1</translation>
        </message>
        <message>
            <source>Show the number of this paper</source>
            <translation>显示该证照编号</translation>
        </message>
        <message>
            <source>Ended</source>
            <translation>已终止</translation>
        </message>
        <message>
            <source>Expired</source>
            <translation>已到期</translation>
        </message>
        <message>
            <source>Expires soon</source>
            <translation>即将到期</translation>
        </message>
        <message>
            <source>Valid</source>
            <translation>有效</translation>
        </message>
    </context>
    <context>
        <name>AskedCard</name>
        <message>
            <source>Who asked last</source>
            <translation>最近询问</translation>
        </message>
        <message>
            <source>never asked</source>
            <translation>从未询问</translation>
        </message>
    </context>
    <context>
        <name>CalendarSheet</name>
        <message>
            <source>MMMM yyyy</source>
            <comment>date format, a month</comment>
            <translation>yyyy年M月</translation>
        </message>
        <message>
            <source>Earlier month</source>
            <translation>上个月</translation>
        </message>
        <message>
            <source>Later month</source>
            <translation>下个月</translation>
        </message>
        <message>
            <source>off</source>
            <comment>mark of one character on a holiday</comment>
            <translation>休</translation>
        </message>
        <message>
            <source>work</source>
            <comment>mark of one character on a worked weekend</comment>
            <translation>班</translation>
        </message>
        <message>
            <source>The holiday notice is not out yet: these days are provisional</source>
            <translation>放假通知尚未公布，以上日期为暂定</translation>
        </message>
        <message>
            <source>“%1”: holiday</source>
            <comment>mark, what it means</comment>
            <translation>“%1”为放假</translation>
        </message>
        <message>
            <source>“%1”: worked weekend</source>
            <comment>mark, what it means</comment>
            <translation>“%1”为调休上班</translation>
        </message>
    </context>
    <context>
        <name>CatalogueItemPage</name>
        <message>
            <source>Papers in hand</source>
            <translation>已有材料</translation>
        </message>
        <message>
            <source>Still missing</source>
            <translation>还缺的材料，请一次说全</translation>
        </message>
        <message>
            <source>Everything is there: it can be accepted.</source>
            <translation>材料齐全，可以受理。</translation>
        </message>
        <message>
            <source>Who may act</source>
            <translation>谁可代办</translation>
        </message>
        <message>
            <source>Six publicities</source>
            <translation>六公开</translation>
        </message>
        <message>
            <source>Step by step</source>
            <translation>办理步骤</translation>
        </message>
        <message>
            <source>%1. %2</source>
            <comment>number and name of a step</comment>
            <translatorcomment>The same in both languages</translatorcomment>
            <translation>%1. %2</translation>
        </message>
    </context>
    <context>
        <name>CataloguePage</name>
        <message>
            <source>Catalogue</source>
            <translation>事项目录</translation>
        </message>
        <message>
            <source>Version %1</source>
            <comment>of the catalogue</comment>
            <translation>%1 版</translation>
        </message>
        <message>
            <source>Name, pinyin, or a paper in the hand</source>
            <translation>事项名称、拼音或手上的材料</translation>
        </message>
        <message>
            <source>All</source>
            <comment>categories</comment>
            <translation>全部</translation>
        </message>
        <message>
            <source>Not certified here</source>
            <translation>不予出具的证明</translation>
        </message>
        <message>
            <source>Nothing found for “%1”</source>
            <translation>没有找到“%1”</translation>
        </message>
        <message>
            <source>Try all categories, or fewer characters.</source>
            <translation>换到“全部”，或少输几个字。</translation>
        </message>
        <message>
            <source>Try fewer characters.</source>
            <translation>少输几个字试试。</translation>
        </message>
        <message>
            <source>Who can help: %1</source>
            <translation>可找：%1</translation>
        </message>
        <message>
            <source>Item, pinyin or paper</source>
            <translation>事项、拼音或材料</translation>
        </message>
    </context>
    <context>
        <name>ChangeWords</name>
        <message>
            <source>%1: %2</source>
            <comment>kind of record, what of it</comment>
            <translation>%1：%2</translation>
        </message>
        <message>
            <source>Something this version of the app does not know</source>
            <translation>此版本应用不认识的内容</translation>
        </message>
        <message>
            <source>%1 deleted</source>
            <translation>%1已删除</translation>
        </message>
        <message>
            <source>Conflict decided</source>
            <translation>已处理冲突</translation>
        </message>
        <message>
            <source>Visit taken back</source>
            <translation>走访已撤回</translation>
        </message>
        <message>
            <source>Decided whether two are the same</source>
            <translation>已核对疑似重复</translation>
        </message>
    </context>
    <context>
        <name>ChoiceTile</name>
        <message>
            <source>empty</source>
            <translation>空</translation>
        </message>
        <message>
            <source>%1: %2</source>
            <comment>field, its value</comment>
            <translation>%1：%2</translation>
        </message>
    </context>
    <context>
        <name>ConfirmSheet</name>
        <message>
            <source>Yes</source>
            <translation>确定</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
    </context>
    <context>
        <name>ConflictCard</name>
        <message>
            <source>Before</source>
            <translation>原来</translation>
        </message>
        <message>
            <source>empty</source>
            <translation>空</translation>
        </message>
        <message>
            <source>I wrote</source>
            <translation>我写的</translation>
        </message>
        <message>
            <source>%1 wrote</source>
            <translation>%1写的</translation>
        </message>
    </context>
    <context>
        <name>ConflictsPage</name>
        <message>
            <source>Two people wrote the same field. Choose what is true; the other value stays in the history.</source>
            <translation>两个人改了同一项。请选真实的那个，另一个会留在历史里。</translation>
        </message>
        <message>
            <source>Nothing to choose</source>
            <translation>没有需要选择的</translation>
        </message>
        <message>
            <source>When two people write the same field, both values appear here.</source>
            <translation>两个人改了同一项时，两个值会一起出现在这里。</translation>
        </message>
        <message>
            <source>Changed by two people</source>
            <translation>两人同时改动</translation>
        </message>
        <message>
            <source>To choose</source>
            <translation>待选择</translation>
        </message>
        <message>
            <source>To know</source>
            <translation>请知悉</translation>
        </message>
        <message>
            <source>Two people changed different fields without knowing of each other. Both changes stand; there is nothing to decide.</source>
            <translation>两人互不知情，改了不同的内容。两处改动都保留，不用选择。</translation>
        </message>
        <message>
            <source>All noticed</source>
            <translation>全部知悉</translation>
        </message>
        <message>
            <source>Nothing to know</source>
            <translation>没有需要知悉的</translation>
        </message>
        <message>
            <source>When two people change different fields of one record, you read here what each of them changed.</source>
            <translation>两人改了同一条记录的不同内容时，这里会写明各自改了什么。</translation>
        </message>
    </context>
    <context>
        <name>DateField</name>
        <message>
            <source>No date yet</source>
            <translation>未选日期</translation>
        </message>
        <message>
            <source>Clear</source>
            <translation>清除</translation>
        </message>
    </context>
    <context>
        <name>DoorRow</name>
        <message>
            <source>Vacant</source>
            <translation>空置</translation>
        </message>
        <message numerus="yes">
            <source>%n person(s)</source>
            <translation>
                <numerusform>%n 人</numerusform>
            </translation>
        </message>
        <message>
            <source>met %1</source>
            <translation>%1见到</translation>
        </message>
    </context>
    <context>
        <name>DoorSheet</name>
        <message>
            <source>Begin a visit</source>
            <translation>开始走访</translation>
        </message>
        <message>
            <source>Record a need</source>
            <translation>记录需求</translation>
        </message>
        <message>
            <source>Record a hazard</source>
            <translation>记录隐患</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>Not home</source>
            <translation>未遇</translation>
        </message>
        <message>
            <source>Card left</source>
            <translation>已留联系卡</translation>
        </message>
    </context>
    <context>
        <name>DoorTile</name>
        <message>
            <source>Room %1</source>
            <translation>%1 室</translation>
        </message>
        <message>
            <source>vacant</source>
            <translation>空置</translation>
        </message>
        <message numerus="yes">
            <source>%n open need(s)</source>
            <translation>
                <numerusform>%n 条待办需求</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n open hazard(s)</source>
            <translation>
                <numerusform>%n 处待整改隐患</numerusform>
            </translation>
        </message>
        <message>
            <source>only on this phone</source>
            <translation>仅在本机</translation>
        </message>
        <message>
            <source>Vacant</source>
            <translation>空置</translation>
        </message>
    </context>
    <context>
        <name>DoorsPage</name>
        <message>
            <source>Unit %1</source>
            <translation>%1单元</translation>
        </message>
        <message>
            <source>No doors are known here</source>
            <translation>这里还没有登记房屋</translation>
        </message>
        <message>
            <source>The community office adds dwellings. They arrive with the next sync.</source>
            <translation>房屋由社区登记，下次同步时到达。</translation>
        </message>
        <message>
            <source>Record a hazard here</source>
            <translation>记录此处隐患</translation>
        </message>
    </context>
    <context>
        <name>DraftNotice</name>
        <message>
            <source>Your draft is back</source>
            <translation>草稿已恢复</translation>
        </message>
        <message>
            <source>This is what you had typed before the app was closed.</source>
            <translation>这是应用关闭前您填写的内容。</translation>
        </message>
        <message>
            <source>Begin anew</source>
            <translation>重新填写</translation>
        </message>
    </context>
    <context>
        <name>DraftedFormPage</name>
        <message>
            <source>Save</source>
            <translation>保存</translation>
        </message>
        <message>
            <source>Your draft is back</source>
            <translation>草稿已恢复</translation>
        </message>
        <message>
            <source>This is what you had typed before the app was closed.</source>
            <translation>这是应用关闭前您填写的内容。</translation>
        </message>
        <message>
            <source>Begin anew</source>
            <translation>重新填写</translation>
        </message>
        <message>
            <source>Draft kept on this phone</source>
            <translation>草稿已存在本机</translation>
        </message>
        <message>
            <source>The draft could not be kept. Please save soon.</source>
            <translation>草稿未能保存，请尽快保存。</translation>
        </message>
        <message>
            <source>Give this up?</source>
            <translation>放弃填写？</translation>
        </message>
        <message>
            <source>What you had typed here is given up. It cannot be brought back.</source>
            <translation>此处填写的内容将被放弃，无法恢复。</translation>
        </message>
        <message>
            <source>Give it up</source>
            <translation>放弃</translation>
        </message>
        <message>
            <source>Keep it</source>
            <translation>保留</translation>
        </message>
    </context>
    <context>
        <name>DuplicateCard</name>
        <message>
            <source>%1 and %2</source>
            <translation>%1 和 %2</translation>
        </message>
        <message>
            <source>certain</source>
            <translation>确定</translation>
        </message>
        <message>
            <source>Choose what is true. The record that was made first stays; the other one is not deleted, and leads here.</source>
            <translation>请选择正确的内容。先建的记录保留；另一条不删除，会指向这里。</translation>
        </message>
        <message>
            <source>Merge into one</source>
            <translation>合并为一条</translation>
        </message>
        <message>
            <source>Compare</source>
            <translation>核对</translation>
        </message>
        <message>
            <source>Not the same</source>
            <translation>不是同一个</translation>
        </message>
    </context>
    <context>
        <name>DuplicatesPage</name>
        <message>
            <source>Perhaps the same</source>
            <translation>疑似重复</translation>
        </message>
        <message numerus="yes">
            <source>%n pair(s) to check</source>
            <translation>
                <numerusform>%n 对待核对</numerusform>
            </translation>
        </message>
        <message>
            <source>Nobody is here twice</source>
            <translation>没有重复的人或户</translation>
        </message>
        <message>
            <source>When two phones record the same person or household, the centre notices, and you decide here.</source>
            <translation>两部手机登记了同一个人或同一户时，中心会发现，由您在这里决定。</translation>
        </message>
    </context>
    <context>
        <name>EnrolPage</name>
        <message>
            <source>Welcome</source>
            <translation>欢迎</translation>
        </message>
        <message>
            <source>Qiaomen</source>
            <translation>敲门</translation>
        </message>
        <message>
            <source>This phone is not enrolled yet. An administrator of your community does it once.</source>
            <translation>这部手机还没有登记。由社区管理员登记一次即可。</translation>
        </message>
        <message>
            <source>Ask for an enrolment</source>
            <translation>请管理员登记</translation>
        </message>
        <message>
            <source>The administrator makes a file for you and your grid.</source>
            <translation>管理员为您和您的网格生成一个登记文件。</translation>
        </message>
        <message>
            <source>Open it on this phone</source>
            <translation>在这部手机上打开</translation>
        </message>
        <message>
            <source>The app starts again and knows its grid and its centre.</source>
            <translation>应用重新启动后，就知道自己的网格和中心。</translation>
        </message>
        <message>
            <source>Sync once</source>
            <translation>同步一次</translation>
        </message>
        <message>
            <source>After that everything works without a network.</source>
            <translation>之后没有网络也能照常使用。</translation>
        </message>
        <message>
            <source>Practise meanwhile</source>
            <translation>先练习一下</translation>
        </message>
        <message>
            <source>An invented grid to try everything in. It needs no enrolment and no network.</source>
            <translation>一个虚构的网格，什么都可以试。不需要登记，也不需要网络。</translation>
        </message>
    </context>
    <context>
        <name>ErrorHint</name>
        <message>
            <source>Try again</source>
            <translation>再试一次</translation>
        </message>
    </context>
    <context>
        <name>FieldFrame</name>
        <message>
            <source>optional</source>
            <translation>选填</translation>
        </message>
    </context>
    <context>
        <name>FieldWorkspace</name>
        <message>
            <source>Qiaomen</source>
            <translation>敲门</translation>
        </message>
        <message>
            <source>Doors</source>
            <translation>住户</translation>
        </message>
        <message>
            <source>Search</source>
            <translation>搜索</translation>
        </message>
        <message>
            <source>Sync</source>
            <translation>同步</translation>
        </message>
        <message>
            <source>Settings</source>
            <translation>设置</translation>
        </message>
        <message>
            <source>Choose a building or a village group</source>
            <translation>请选一栋楼或一个村民组</translation>
        </message>
        <message>
            <source>Its doors appear here, floor by floor.</source>
            <translation>每一户会按楼层显示在这里。</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>撤销</translation>
        </message>
        <message>
            <source>Today</source>
            <translation>今日</translation>
        </message>
        <message>
            <source>Catalogue</source>
            <translation>事项目录</translation>
        </message>
        <message>
            <source>Practice</source>
            <translation>练习</translation>
        </message>
    </context>
    <context>
        <name>FindingCard</name>
        <message>
            <source>Take it back</source>
            <translation>撤回</translation>
        </message>
    </context>
    <context>
        <name>FindingPage</name>
        <message>
            <source>Need</source>
            <translation>需求</translation>
        </message>
        <message>
            <source>Hazard</source>
            <translation>隐患</translation>
        </message>
        <message>
            <source>Your draft is back</source>
            <translation>草稿已恢复</translation>
        </message>
        <message>
            <source>This is what you had typed before the app was closed.</source>
            <translation>这是应用关闭前您填写的内容。</translation>
        </message>
        <message>
            <source>Begin anew</source>
            <translation>重新填写</translation>
        </message>
        <message>
            <source>Draft kept on this phone</source>
            <translation>草稿已存在本机</translation>
        </message>
        <message>
            <source>The draft could not be kept. Please save soon.</source>
            <translation>草稿没能保存，请尽快保存。</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>保存</translation>
        </message>
        <message>
            <source>Give this up?</source>
            <translation>放弃填写？</translation>
        </message>
        <message>
            <source>What you had typed here is given up. It cannot be brought back.</source>
            <translation>已填写的内容将被放弃，无法找回。</translation>
        </message>
        <message>
            <source>Give it up</source>
            <translation>放弃</translation>
        </message>
        <message>
            <source>Keep it</source>
            <translation>保留</translation>
        </message>
    </context>
    <context>
        <name>FloorGrid</name>
        <message>
            <source>F%1</source>
            <comment>floor, beside the doors of it</comment>
            <translation>%1层</translation>
        </message>
    </context>
    <context>
        <name>Freshness</name>
        <message>
            <source>Fresh</source>
            <translation>较新</translation>
        </message>
        <message>
            <source>Ageing</source>
            <translation>渐旧</translation>
        </message>
        <message>
            <source>Stale</source>
            <translation>过旧</translation>
        </message>
        <message>
            <source>Not yet visited</source>
            <translation>未走访</translation>
        </message>
    </context>
    <context>
        <name>GridSummary</name>
        <message>
            <source>%1 of %2 households met in the last 30 days</source>
            <translation>近 30 天见到 %1 户，共 %2 户</translation>
        </message>
        <message numerus="yes">
            <source>of %n household(s) met in 30 days</source>
            <translation>
                <numerusform>/ %n 户 · 近 30 天已见到</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n open need(s)</source>
            <translation>
                <numerusform>%n 条待办需求</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n open hazard(s)</source>
            <translation>
                <numerusform>%n 处待整改隐患</numerusform>
            </translation>
        </message>
        <message>
            <source>Counting households</source>
            <translation>正在统计户数</translation>
        </message>
        <message>
            <source>Counting…</source>
            <translation>正在统计…</translation>
        </message>
    </context>
    <context>
        <name>HazardEditor</name>
        <message>
            <source>Hazard</source>
            <translation>隐患</translation>
        </message>
        <message>
            <source>Description</source>
            <translation>情况描述</translation>
        </message>
        <message>
            <source>Put right while I was there</source>
            <translation>已当场整改</translation>
        </message>
    </context>
    <context>
        <name>HazardPage</name>
        <message>
            <source>Hazard</source>
            <translation>隐患</translation>
        </message>
        <message>
            <source>Photos, before and after</source>
            <translation>整改前后照片</translation>
        </message>
        <message>
            <source>Extended once</source>
            <translation>已延期一次</translation>
        </message>
        <message>
            <source>Put right by</source>
            <translation>整改期限</translation>
        </message>
        <message>
            <source>Responsible</source>
            <translation>责任人</translation>
        </message>
        <message>
            <source>Found</source>
            <translation>发现时间</translation>
        </message>
        <message>
            <source>Before and after</source>
            <translation>整改前后</translation>
        </message>
        <message>
            <source>Notice slip</source>
            <translation>整改通知书</translation>
        </message>
        <message>
            <source>What was done</source>
            <translation>处置经过</translation>
        </message>
        <message>
            <source>Nothing yet since it was found.</source>
            <translation>发现后尚未处置。</translation>
        </message>
        <message>
            <source>This hazard could not be opened</source>
            <translation>无法打开该隐患</translation>
        </message>
        <message>
            <source>Take this step back?</source>
            <translation>撤回这一步？</translation>
        </message>
        <message>
            <source>The hazard is again what it was before. If it was sent already, the history keeps it and says that it was a mistake.</source>
            <translation>隐患恢复到之前的状态。如已发出，记录会保留，并注明是误录。</translation>
        </message>
        <message>
            <source>Take it back</source>
            <translation>撤回</translation>
        </message>
        <message>
            <source>Keep it</source>
            <translation>保留</translation>
        </message>
    </context>
    <context>
        <name>HazardStepPage</name>
        <message>
            <source>Reported to</source>
            <translation>上报对象</translation>
        </message>
        <message>
            <source>A photo of what was put right can be added afterwards, beside the one from before.</source>
            <translation>之后可补充整改后的照片，与整改前的照片并列。</translation>
        </message>
    </context>
    <context>
        <name>HouseholdFacts</name>
        <message>
            <source>Quiet hours now</source>
            <translation>现在是勿扰时段</translation>
        </message>
        <message>
            <source>This household does not wish to be disturbed: %1</source>
            <translation>这户希望不被打扰：%1</translation>
        </message>
        <message numerus="yes">
            <source>%n field(s) were written by two people</source>
            <translation>
                <numerusform>有 %n 项被两个人改过</numerusform>
            </translation>
        </message>
        <message>
            <source>Choose</source>
            <translation>去选择</translation>
        </message>
        <message>
            <source>Do not ask again</source>
            <translation>不要再问</translation>
        </message>
        <message>
            <source>Last met %1</source>
            <translation>上次见到：%1</translation>
        </message>
        <message>
            <source>Nobody met yet</source>
            <translation>还没有见到过</translation>
        </message>
        <message>
            <source>last visit: %1, %2</source>
            <translation>上次走访 %1 · %2</translation>
        </message>
        <message>
            <source>Next visit</source>
            <translation>约定走访</translation>
        </message>
        <message>
            <source>Moved away</source>
            <translation>已搬走</translation>
        </message>
        <message>
            <source>People</source>
            <translation>家庭成员</translation>
        </message>
        <message>
            <source>Household</source>
            <translation>本户情况</translation>
        </message>
        <message>
            <source>Edit</source>
            <translation>编辑</translation>
        </message>
        <message>
            <source>Show the phone of this household</source>
            <translation>查看本户电话</translation>
        </message>
        <message>
            <source>Who looked at numbers</source>
            <translation>谁查看过号码</translation>
        </message>
        <message numerus="yes">
            <source>%n time(s)</source>
            <comment>looked at numbers</comment>
            <translation>
                <numerusform>%n 次</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n pair(s) may be the same</source>
            <translation>
                <numerusform>%n 对可能是同一个</numerusform>
            </translation>
        </message>
        <message>
            <source>Compare</source>
            <translation>核对</translation>
        </message>
        <message>
            <source>%1 was merged into this household</source>
            <translation>%1 已并入本户</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>撤销</translation>
        </message>
        <message>
            <source>Came or left</source>
            <translation>迁入迁出</translation>
        </message>
        <message>
            <source>House, trade, certificate</source>
            <translation>以房、以业、以证</translation>
        </message>
        <message>
            <source>Add</source>
            <translation>添加</translation>
        </message>
        <message>
            <source>None yet; the newest is %1</source>
            <translation>尚无；最新为 %1</translation>
        </message>
        <message>
            <source>%1; the newest is %2</source>
            <translation>%1；最新为 %2</translation>
        </message>
    </context>
    <context>
        <name>HouseholdFormPage</name>
        <message>
            <source>Edit household</source>
            <translation>编辑本户</translation>
        </message>
        <message>
            <source>Stored: %1. Type only to replace it.</source>
            <translation>已存 %1，需要更换时才填写。</translation>
        </message>
        <message>
            <source>For example 20:30-08:30, 12:00-14:00</source>
            <translation>例如 20:30-08:30，12:00-14:00</translation>
        </message>
        <message>
            <source>What this household does not wish to be asked again</source>
            <translation>这户不希望再被问到的事</translation>
        </message>
    </context>
    <context>
        <name>HouseholdPage</name>
        <message>
            <source>Household</source>
            <translation>住户</translation>
        </message>
        <message>
            <source>Edit how to reach this household</source>
            <translation>编辑本户的联系方式</translation>
        </message>
        <message>
            <source>Hazards</source>
            <translation>隐患</translation>
        </message>
        <message>
            <source>Needs</source>
            <translation>需求</translation>
        </message>
        <message>
            <source>History</source>
            <translation>经过</translation>
        </message>
        <message>
            <source>Nobody has visited yet. The first visit begins the history.</source>
            <translation>还没有人走访过，从第一次走访开始记录。</translation>
        </message>
        <message>
            <source>This household could not be opened</source>
            <translation>这一户没有打开</translation>
        </message>
        <message>
            <source>Begin a visit</source>
            <translation>开始走访</translation>
        </message>
        <message>
            <source>Record a need</source>
            <translation>记录需求</translation>
        </message>
        <message>
            <source>Record a hazard</source>
            <translation>记录隐患</translation>
        </message>
        <message>
            <source>Take this visit back?</source>
            <translation>撤回这次走访？</translation>
        </message>
        <message>
            <source>Needs, hazards and changes saved with it go back, too. If it was sent already, the history keeps it and says that it was a mistake.</source>
            <translation>一同保存的需求、隐患和修改也会撤回。如果已经发出，经过中会保留，并注明是误录。</translation>
        </message>
        <message>
            <source>Take it back</source>
            <translation>撤回</translation>
        </message>
        <message>
            <source>Keep it</source>
            <translation>保留</translation>
        </message>
        <message>
            <source>New door order</source>
            <translation>新建上门服务单</translation>
        </message>
        <message>
            <source>All</source>
            <translation>全部</translation>
        </message>
        <message>
            <source>Visits</source>
            <translation>走访</translation>
        </message>
        <message>
            <source>Services</source>
            <translation>服务</translation>
        </message>
        <message>
            <source>Came or left</source>
            <translation>迁入迁出</translation>
        </message>
        <message>
            <source>By colleagues</source>
            <translation>同事走访</translation>
        </message>
        <message>
            <source>There is nothing of this kind.</source>
            <translation>没有此类记录。</translation>
        </message>
        <message>
            <source>Open the other household</source>
            <translation>打开另一户</translation>
        </message>
        <message>
            <source>Take this move back?</source>
            <translation>撤回这次变动？</translation>
        </message>
        <message>
            <source>Everybody is again where they were, unless somebody has changed it since. If it was sent already, the history says that it was a mistake.</source>
            <translation>各人恢复到变动之前，之后被他人改过的除外。如果已经上传，历史中会注明为误录。</translation>
        </message>
        <message>
            <source>Answers</source>
            <translation>问答</translation>
        </message>
    </context>
    <context>
        <name>ImportPage</name>
        <message>
            <source>Bring in visits</source>
            <translation>导入走访</translation>
        </message>
        <message>
            <source>Rows without a household</source>
            <translation>未对应住户的行</translation>
        </message>
        <message>
            <source>All</source>
            <translation>全部</translation>
        </message>
        <message>
            <source>Matched</source>
            <translation>已对应</translation>
        </message>
        <message>
            <source>To choose</source>
            <translation>待选择</translation>
        </message>
        <message>
            <source>Not found</source>
            <translation>未找到</translation>
        </message>
        <message>
            <source>Already there</source>
            <translation>已有</translation>
        </message>
        <message>
            <source>Not readable</source>
            <translation>看不懂</translation>
        </message>
        <message>
            <source>Passed over in the file</source>
            <translation>文件中未读取的内容</translation>
        </message>
        <message>
            <source>Keep all as notes</source>
            <translation>全部留作备忘</translation>
        </message>
        <message>
            <source>No rows of this kind</source>
            <translation>没有这类的行</translation>
        </message>
        <message>
            <source>Each visit is in its household's history now, marked as brought in. The same file brought in again changes nothing.</source>
            <translation>每次走访都已记入该户的记录，并标明来自台账导入。同一文件再次导入不会有任何变化。</translation>
        </message>
        <message>
            <source>Saving: %1 %</source>
            <translation>正在保存：%1 %</translation>
        </message>
        <message>
            <source>There is nothing to save.</source>
            <translation>没有要保存的内容。</translation>
        </message>
        <message numerus="yes">
            <source>%n visit(s)</source>
            <translation>
                <numerusform>%n 次走访</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n note(s)</source>
            <translation>
                <numerusform>%n 条备忘</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n to choose</source>
            <translation>
                <numerusform>%n 行待选择</numerusform>
            </translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>保存</translation>
        </message>
        <message>
            <source>Take it back</source>
            <translation>整批撤回</translation>
        </message>
        <message>
            <source>Another file</source>
            <translation>再选一个文件</translation>
        </message>
        <message>
            <source>Choose a workbook</source>
            <translation>选择工作簿</translation>
        </message>
        <message>
            <source>Take this import back?</source>
            <translation>撤回这次导入？</translation>
        </message>
        <message>
            <source>All visits and notes that it brought are taken back together.</source>
            <translation>这次导入的走访和备忘将一并撤回。</translation>
        </message>
        <message>
            <source>Keep it</source>
            <translation>保留</translation>
        </message>
        <message>
            <source>The office's workbook of visits</source>
            <translation>办公室的走访台账</translation>
        </message>
        <message>
            <source>Workbooks and tables (%1)</source>
            <translation>工作簿和表格（%1）</translation>
        </message>
        <message>
            <source>All files (%1)</source>
            <translation>所有文件（%1）</translation>
        </message>
    </context>
    <context>
        <name>ImportRowCard</name>
        <message>
            <source>Left out</source>
            <translation>不导入</translation>
        </message>
        <message>
            <source>As a note</source>
            <translation>留作备忘</translation>
        </message>
        <message>
            <source>Will be saved</source>
            <translation>将保存</translation>
        </message>
        <message>
            <source>Please choose</source>
            <translation>请选择</translation>
        </message>
        <message>
            <source>Not found</source>
            <translation>未找到</translation>
        </message>
        <message>
            <source>Already there</source>
            <translation>已有</translation>
        </message>
        <message>
            <source>Not readable</source>
            <translation>看不懂</translation>
        </message>
        <message>
            <source>Choose a household</source>
            <translation>选择住户</translation>
        </message>
        <message>
            <source>Another household</source>
            <translation>换一户</translation>
        </message>
        <message>
            <source>No note</source>
            <translation>不留备忘</translation>
        </message>
        <message>
            <source>Keep as a note</source>
            <translation>留作备忘</translation>
        </message>
        <message>
            <source>Take it after all</source>
            <translation>还是导入</translation>
        </message>
        <message>
            <source>Leave out</source>
            <translation>不导入</translation>
        </message>
    </context>
    <context>
        <name>ImportStart</name>
        <message>
            <source>The visits that your office keeps in its own workbook. Nothing is saved before you have seen every row.</source>
            <translation>把办公室自己的走访台账导入进来。每一行都看过之后才会保存。</translation>
        </message>
        <message numerus="yes">
            <source>%n row(s) without a household</source>
            <translation>
                <numerusform>%n 行未对应住户</numerusform>
            </translation>
        </message>
        <message>
            <source>Kept from earlier imports: look whether they fit now</source>
            <translation>以前导入时留下的：看看现在能否对应上</translation>
        </message>
        <message>
            <source>What it reads</source>
            <translation>可以读取</translation>
        </message>
        <message>
            <source>A workbook (.xlsx), or a table as .csv, with these heads in any order:</source>
            <translation>工作簿（.xlsx）或表格（.csv），含有以下表头，顺序不限：</translation>
        </message>
        <message>
            <source>Needed are whom and when. Dates may be written as you do: 2026年11月3日 上午, 11/3, 2026-11-03.</source>
            <translation>走访对象和走访时间必填。日期照平时的写法即可：2026年11月3日 上午、11/3、2026-11-03。</translation>
        </message>
        <message>
            <source>What it does</source>
            <translation>导入时</translation>
        </message>
        <message>
            <source>Finds each row's household by name and address: 3栋2单元402 and 3-2-402 are the same door.</source>
            <translation>按姓名和地址找到住户：3栋2单元402与3-2-402是同一个门。</translation>
        </message>
        <message>
            <source>Makes no doubles: what is there already stays as it is, also when you bring in the same file again.</source>
            <translation>不会重复：已有的走访保持不变，同一文件再导入一次也一样。</translation>
        </message>
        <message>
            <source>Can be taken back as a whole.</source>
            <translation>可以整批撤回。</translation>
        </message>
    </context>
    <context>
        <name>LateCard</name>
        <message>
            <source>Stands now</source>
            <translation>现有内容</translation>
        </message>
        <message>
            <source>%1 wrote</source>
            <translation>%1 的记录</translation>
        </message>
        <message>
            <source>Take in</source>
            <translation>采纳</translation>
        </message>
        <message>
            <source>Put aside</source>
            <translation>搁置</translation>
        </message>
    </context>
    <context>
        <name>LoadingHint</name>
        <message>
            <source>Loading</source>
            <translation>正在读取</translation>
        </message>
    </context>
    <context>
        <name>LooksSheet</name>
        <message>
            <source>Who looked at numbers</source>
            <translation>谁查看过号码</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
        <message>
            <source>Every look and every export is logged, on every device.</source>
            <translation>每次查看、每次导出都有记录，所有设备都能看到。</translation>
        </message>
        <message>
            <source>Every look is logged, on every device, with its reason.</source>
            <translation>每次查看都会连同事由记录下来，各台设备都能看到。</translation>
        </message>
    </context>
    <context>
        <name>Main</name>
        <message>
            <source>%1 – Qiaomen</source>
            <comment>window title, with the grid</comment>
            <translation>%1 – 敲门</translation>
        </message>
        <message>
            <source>Qiaomen</source>
            <translation>敲门</translation>
        </message>
    </context>
    <context>
        <name>MapMark</name>
        <message numerus="yes">
            <source>%n open hazard(s)</source>
            <translation>
                <numerusform>%n 处待整改隐患</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>MemberRow</name>
        <message numerus="yes">
            <source>%n year(s)</source>
            <translation>
                <numerusform>%n 岁</numerusform>
            </translation>
        </message>
        <message>
            <source>no longer lives here</source>
            <translation>已不住在这里</translation>
        </message>
        <message>
            <source>Show the phone of %1</source>
            <translation>查看%1的电话</translation>
        </message>
        <message>
            <source>Show the identity number of %1</source>
            <translation>查看%1的身份证号</translation>
        </message>
    </context>
    <context>
        <name>MovePage</name>
        <message>
            <source>Move in</source>
            <translation>迁入</translation>
        </message>
        <message>
            <source>Move out</source>
            <translation>迁出</translation>
        </message>
        <message>
            <source>Split household</source>
            <translation>分户</translation>
        </message>
        <message>
            <source>Join households</source>
            <translation>并户</translation>
        </message>
        <message>
            <source>Comes back</source>
            <translation>迁回人员</translation>
        </message>
        <message>
            <source>Who joins</source>
            <translation>并入人员</translation>
        </message>
        <message>
            <source>Who leaves</source>
            <translation>谁离开</translation>
        </message>
        <message>
            <source>Head of the new household</source>
            <translation>新户的户主</translation>
        </message>
        <message>
            <source>Head of those who stay</source>
            <translation>留下人员的户主</translation>
        </message>
        <message>
            <source>Where the new household lives</source>
            <translation>新户住在哪里</translation>
        </message>
        <message>
            <source>Behind the same door</source>
            <translation>仍住原址</translation>
        </message>
        <message>
            <source>Behind another door</source>
            <translation>住到别处</translation>
        </message>
        <message>
            <source>Which household do they join?</source>
            <translation>并入哪一户？</translation>
        </message>
        <message>
            <source>Which door?</source>
            <translation>哪一处房屋？</translation>
        </message>
        <message>
            <source>Name, room or pinyin</source>
            <translation>姓名、门牌或拼音</translation>
        </message>
        <message>
            <source>For example 3-2-501</source>
            <translation>例如 3-2-501</translation>
        </message>
        <message>
            <source>Birth date and sex follow from it.</source>
            <translation>出生日期和性别由号码得出。</translation>
        </message>
        <message>
            <source>Where from</source>
            <translation>从何处来</translation>
        </message>
        <message>
            <source>Where to</source>
            <translation>到何处去</translation>
        </message>
    </context>
    <context>
        <name>MovesSheet</name>
        <message>
            <source>Who came, who left?</source>
            <translation>谁来了，谁走了？</translation>
        </message>
        <message>
            <source>It is written into the history, and can be taken back.</source>
            <translation>会记入历史，也可以撤回。</translation>
        </message>
        <message>
            <source>Somebody moves in</source>
            <translation>有人迁入</translation>
        </message>
        <message>
            <source>Somebody new, or who lived here before</source>
            <translation>新来的人，或曾住此户的人</translation>
        </message>
        <message>
            <source>Somebody moves out</source>
            <translation>有人迁出</translation>
        </message>
        <message>
            <source>One, several, or all</source>
            <translation>一人、几人或全户</translation>
        </message>
        <message>
            <source>Split the household</source>
            <translation>分户</translation>
        </message>
        <message>
            <source>Some become a household of their own, here or elsewhere</source>
            <translation>部分成员另立一户，原址或别处</translation>
        </message>
        <message>
            <source>Join another household</source>
            <translation>并入另一户</translation>
        </message>
        <message>
            <source>Two households become one</source>
            <translation>两户合为一户</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
    </context>
    <context>
        <name>NeedEditor</name>
        <message>
            <source>Need</source>
            <translation>需求</translation>
        </message>
        <message>
            <source>What is needed</source>
            <translation>需要什么</translation>
        </message>
        <message>
            <source>Wishes to hear what came of it</source>
            <translation>希望得到回复</translation>
        </message>
    </context>
    <context>
        <name>NextActs</name>
        <message>
            <source>Show less</source>
            <translation>收起</translation>
        </message>
        <message>
            <source>Something else happened</source>
            <translation>其他情况</translation>
        </message>
    </context>
    <context>
        <name>NoticeEditor</name>
        <message>
            <source>What is there already</source>
            <translation>已有材料</translation>
        </message>
        <message>
            <source>The one-time notice: everything that is missing</source>
            <translation>一次性告知：缺少的全部材料</translation>
        </message>
    </context>
    <context>
        <name>OpenItems</name>
        <message>
            <source>by %1</source>
            <translation>%1前</translation>
        </message>
        <message>
            <source>Photo %1</source>
            <translation>照片 %1</translation>
        </message>
        <message>
            <source>Add photos</source>
            <translation>添加照片</translation>
        </message>
    </context>
    <context>
        <name>OpenOrders</name>
        <message>
            <source>Door orders</source>
            <translation>上门服务单</translation>
        </message>
        <message>
            <source>agreed: %1</source>
            <translation>约定：%1</translation>
        </message>
        <message>
            <source>wished: %1</source>
            <translation>希望：%1</translation>
        </message>
        <message numerus="yes">
            <source>%n paper(s) with a worker</source>
            <translation>
                <numerusform>%n 份材料在网格员处</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>OrderFacts</name>
        <message numerus="yes">
            <source>%n paper(s) with a worker</source>
            <translation>
                <numerusform>%n 份材料在网格员处</numerusform>
            </translation>
        </message>
        <message>
            <source>Agreed</source>
            <translation>约定</translation>
        </message>
        <message>
            <source>Wished</source>
            <translation>希望</translation>
        </message>
        <message>
            <source>For</source>
            <translation>服务对象</translation>
        </message>
        <message>
            <source>Asked</source>
            <translation>提出</translation>
        </message>
        <message>
            <source>One-time notice, %1</source>
            <translation>一次性告知，%1</translation>
        </message>
        <message>
            <source>Slip</source>
            <translation>告知书</translation>
        </message>
        <message>
            <source>Papers</source>
            <translation>材料</translation>
        </message>
        <message>
            <source>Receipt</source>
            <translation>收据</translation>
        </message>
        <message>
            <source>given back %1</source>
            <translation>%1 已归还</translation>
        </message>
        <message>
            <source>taken %1 by %2</source>
            <translation>%1 由 %2 收取</translation>
        </message>
        <message>
            <source>Give back</source>
            <translation>归还</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>已归还</translation>
        </message>
        <message>
            <source>Asked to rate it on %1: %2</source>
            <translation>%1 已邀请评价：%2</translation>
        </message>
    </context>
    <context>
        <name>OrderFormPage</name>
        <message>
            <source>New door order</source>
            <translation>新建上门服务单</translation>
        </message>
        <message>
            <source>What is asked for</source>
            <translation>要办什么</translation>
        </message>
        <message>
            <source>Choose from the catalogue</source>
            <translation>从事项目录中选择</translation>
        </message>
        <message>
            <source>Choose another one</source>
            <translation>重新选择</translation>
        </message>
        <message>
            <source>So that the papers are listed completely</source>
            <translation>以便完整列出所需材料</translation>
        </message>
        <message>
            <source>Not an item of the catalogue</source>
            <translation>不是目录事项</translation>
        </message>
        <message>
            <source>Papers that it needs</source>
            <translation>所需材料</translation>
        </message>
        <message>
            <source>In own words</source>
            <translation>补充说明</translation>
        </message>
        <message>
            <source>Who may act: %1</source>
            <translation>可由谁代办：%1</translation>
        </message>
        <message>
            <source>When it suits them</source>
            <translation>希望何时上门</translation>
        </message>
    </context>
    <context>
        <name>OrderPage</name>
        <message>
            <source>Door order</source>
            <translation>上门服务单</translation>
        </message>
        <message>
            <source>Open the household</source>
            <translation>打开住户</translation>
        </message>
        <message>
            <source>What happened</source>
            <translation>办理经过</translation>
        </message>
        <message>
            <source>Nothing yet. The household waits for an answer: agree on a time.</source>
            <translation>尚无进展。住户在等答复：请约定时间。</translation>
        </message>
        <message>
            <source>This order could not be opened</source>
            <translation>无法打开该服务单</translation>
        </message>
        <message>
            <source>Give every paper back?</source>
            <translation>归还全部材料？</translation>
        </message>
        <message numerus="yes">
            <source>%n paper(s) are with you. Count them together with the household.</source>
            <translation>
                <numerusform>您手中有 %n 份材料，请与住户当面清点。</numerusform>
            </translation>
        </message>
        <message>
            <source>They are back</source>
            <translation>已归还</translation>
        </message>
        <message>
            <source>Not yet</source>
            <translation>尚未</translation>
        </message>
        <message>
            <source>Invite to rate this service?</source>
            <translation>邀请居民评价？</translation>
        </message>
        <message>
            <source>A slip with a code that works once. The resident answers on their own telephone or at the hall, never on yours.</source>
            <translation>纸条上有一次性评价码。居民用自己的手机或到大厅评价，绝不在您的手机上评价。</translation>
        </message>
        <message>
            <source>Make the slip</source>
            <translation>生成评价纸条</translation>
        </message>
        <message>
            <source>They do not wish to</source>
            <translation>不愿评价</translation>
        </message>
        <message>
            <source>Take this step back?</source>
            <translation>撤回这一步？</translation>
        </message>
        <message>
            <source>Papers saved with it go back, too. If it was sent already, the history keeps it and says that it was a mistake.</source>
            <translation>一同保存的材料也随之撤回。如已发出，记录会保留，并注明是误录。</translation>
        </message>
        <message>
            <source>Take it back</source>
            <translation>撤回</translation>
        </message>
        <message>
            <source>Keep it</source>
            <translation>保留</translation>
        </message>
    </context>
    <context>
        <name>OrderStepPage</name>
        <message>
            <source>Papers you take along</source>
            <translation>收取的材料</translation>
        </message>
        <message>
            <source>The household gets a receipt. Take originals only where a copy will not do.</source>
            <translation>住户会得到收据。能用复印件的，不收原件。</translation>
        </message>
        <message>
            <source>Result and papers back on</source>
            <translation>送回结果和材料的日期</translation>
        </message>
    </context>
    <context>
        <name>OrderWords</name>
        <message>
            <source>Asked for</source>
            <translation>已提出</translation>
        </message>
        <message>
            <source>Time agreed</source>
            <translation>已约定时间</translation>
        </message>
        <message>
            <source>Nobody was home</source>
            <translation>上门未遇</translation>
        </message>
        <message>
            <source>Papers taken along</source>
            <translation>已收取材料</translation>
        </message>
        <message>
            <source>Waits for the household</source>
            <translation>待住户补齐</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>已办结</translation>
        </message>
        <message>
            <source>Result handed over</source>
            <translation>已送达</translation>
        </message>
        <message>
            <source>Withdrawn</source>
            <translation>已撤回</translation>
        </message>
        <message>
            <source>Agree on a time</source>
            <translation>约定时间</translation>
        </message>
        <message>
            <source>Take papers along</source>
            <translation>收取材料</translation>
        </message>
        <message>
            <source>It is done</source>
            <translation>已经办结</translation>
        </message>
        <message>
            <source>It cannot be done</source>
            <translation>不能办理</translation>
        </message>
        <message>
            <source>Hand over the result</source>
            <translation>送达结果</translation>
        </message>
        <message>
            <source>The resident withdraws it</source>
            <translation>居民撤回</translation>
        </message>
        <message>
            <source>Give the papers back</source>
            <translation>归还材料</translation>
        </message>
        <message>
            <source>Invite to rate it</source>
            <translation>邀请评价</translation>
        </message>
    </context>
    <context>
        <name>PaperChecklist</name>
        <message>
            <source>Original</source>
            <translation>原件</translation>
        </message>
        <message>
            <source>Copy</source>
            <translation>复印件</translation>
        </message>
        <message>
            <source>Original or copy of: %1</source>
            <translation>原件或复印件：%1</translation>
        </message>
        <message>
            <source>How many</source>
            <translation>份数</translation>
        </message>
        <message>
            <source>Another paper</source>
            <translation>其他材料</translation>
        </message>
        <message>
            <source>Add this paper</source>
            <translation>添加此材料</translation>
        </message>
    </context>
    <context>
        <name>ParallelCard</name>
        <message>
            <source>Both changed this record: %1</source>
            <translation>两人都改了这条记录：%1</translation>
        </message>
        <message>
            <source>I changed</source>
            <translation>我改的</translation>
        </message>
        <message>
            <source>%1 changed</source>
            <translation>%1 改的</translation>
        </message>
        <message>
            <source>Noticed</source>
            <translation>知悉</translation>
        </message>
    </context>
    <context>
        <name>PhotoDrawing</name>
        <message>
            <source>Draw on the photo</source>
            <translation>在照片上标注</translation>
        </message>
        <message>
            <source>Take the last line back</source>
            <translation>撤销上一笔</translation>
        </message>
        <message>
            <source>The photo to draw on</source>
            <translation>要标注的照片</translation>
        </message>
        <message>
            <source>With</source>
            <translation>工具</translation>
        </message>
        <message>
            <source>By hand</source>
            <translation>手绘</translation>
        </message>
        <message>
            <source>Circle</source>
            <translation>圆圈</translation>
        </message>
        <message>
            <source>Arrow</source>
            <translation>箭头</translation>
        </message>
        <message>
            <source>What is drawn becomes part of the photo. What lies under it is not kept.</source>
            <translation>标注会成为照片的一部分，被盖住的内容不再保留。</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>完成</translation>
        </message>
    </context>
    <context>
        <name>PhotoPanel</name>
        <message>
            <source>Only on this phone</source>
            <translation>仅在本机</translation>
        </message>
        <message>
            <source>The centre does not have the original yet. It comes from the phone that took it.</source>
            <translation>中心还没有原图，要等拍照的手机传来。</translation>
        </message>
        <message>
            <source>The original is not on this phone yet (%1 KB).</source>
            <translation>原图还不在这部手机上（%1 KB）。</translation>
        </message>
        <message>
            <source>Look again</source>
            <translation>再查一次</translation>
        </message>
        <message>
            <source>Fetch it now</source>
            <translation>现在取回</translation>
        </message>
        <message>
            <source>The original is on its way…</source>
            <translation>正在取回原图…</translation>
        </message>
    </context>
    <context>
        <name>PhotosEditor</name>
        <message>
            <source>Photos of the thing</source>
            <translation>隐患照片</translation>
        </message>
        <message>
            <source>Of the thing only: no people, no inside of a home. Place and device are not kept with it.</source>
            <translation>只拍隐患本身，不拍人，不拍住户家里。不保留拍摄地点和设备信息。</translation>
        </message>
        <message>
            <source>Draw on photo %1</source>
            <translation>在照片 %1 上标注</translation>
        </message>
        <message>
            <source>Making it ready…</source>
            <translation>正在处理…</translation>
        </message>
        <message>
            <source>Photo %1</source>
            <translation>照片 %1</translation>
        </message>
        <message>
            <source>Draw on the photo</source>
            <translation>在照片上标注</translation>
        </message>
        <message>
            <source>Remove photo %1</source>
            <translation>移除照片 %1</translation>
        </message>
        <message>
            <source>Understood</source>
            <translation>知道了</translation>
        </message>
        <message>
            <source>Add more photos</source>
            <translation>再添加照片</translation>
        </message>
        <message>
            <source>Add photos</source>
            <translation>添加照片</translation>
        </message>
        <message>
            <source>Pictures</source>
            <translation>图片</translation>
        </message>
    </context>
    <context>
        <name>PhotosPage</name>
        <message>
            <source>Photos</source>
            <translation>照片</translation>
        </message>
        <message>
            <source>Delete this photo</source>
            <translation>删除这张照片</translation>
        </message>
        <message>
            <source>Photo %1, %2</source>
            <translation>照片 %1，%2</translation>
        </message>
        <message>
            <source>No photos of this hazard</source>
            <translation>这处隐患没有照片</translation>
        </message>
        <message>
            <source>A photo is never asked for. It helps whoever comes next to find the place.</source>
            <translation>照片从不强求，但能帮后来的人找到地方。</translation>
        </message>
        <message>
            <source>The photos could not be opened</source>
            <translation>照片打不开</translation>
        </message>
        <message>
            <source>Add photos</source>
            <translation>添加照片</translation>
        </message>
        <message>
            <source>Save the photos</source>
            <translation>保存照片</translation>
        </message>
        <message>
            <source>Delete this photo?</source>
            <translation>删除这张照片？</translation>
        </message>
        <message>
            <source>It disappears from every phone and from the centre. It cannot be brought back.</source>
            <translation>它会从所有手机和中心消失，无法恢复。</translation>
        </message>
        <message>
            <source>Delete it</source>
            <translation>删除</translation>
        </message>
        <message>
            <source>Keep it</source>
            <translation>保留</translation>
        </message>
    </context>
    <context>
        <name>PlaceRow</name>
        <message numerus="yes">
            <source>%n household(s)</source>
            <translation>
                <numerusform>%n 户</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n unit(s)</source>
            <translation>
                <numerusform>%n 个单元</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n floor(s)</source>
            <translation>
                <numerusform>%n 层</numerusform>
            </translation>
        </message>
        <message>
            <source>%1 of %2 met</source>
            <translation>已见到 %1 户，共 %2 户</translation>
        </message>
        <message numerus="yes">
            <source>%n open need(s)</source>
            <translation>
                <numerusform>%n 条待办需求</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n open hazard(s)</source>
            <translation>
                <numerusform>%n 处待整改隐患</numerusform>
            </translation>
        </message>
        <message>
            <source>%1/%2</source>
            <comment>met, of households</comment>
            <translatorcomment>The same in both languages</translatorcomment>
            <translation>%1/%2</translation>
        </message>
    </context>
    <context>
        <name>PlaceRowSheet</name>
        <message>
            <source>Whose visit is it?</source>
            <translation>这是哪一户的走访？</translation>
        </message>
        <message>
            <source>Name, or an address like 3-2-402</source>
            <translation>姓名，或如3-2-402的地址</translation>
        </message>
        <message>
            <source>Nobody comes near it: look for the household.</source>
            <translation>没有相近的住户，请查找。</translation>
        </message>
        <message>
            <source>No household of this grid is called so.</source>
            <translation>本网格没有这样的住户。</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
    </context>
    <context>
        <name>PlacesPage</name>
        <message>
            <source>No doors here yet</source>
            <translation>这里还没有住户</translation>
        </message>
        <message>
            <source>The grid's buildings arrive with the first sync. Everything after that works without a network.</source>
            <translation>网格里的楼栋会随第一次同步到达，之后没有网络也能照常使用。</translation>
        </message>
        <message>
            <source>Village groups</source>
            <translation>村民组</translation>
        </message>
        <message>
            <source>Sketch map</source>
            <translation>示意图</translation>
        </message>
        <message>
            <source>Nearest first</source>
            <translation>由近到远</translation>
        </message>
    </context>
    <context>
        <name>PositionField</name>
        <message>
            <source>Position of the hazard</source>
            <translation>隐患的位置</translation>
        </message>
        <message>
            <source>Only the place of the hazard is kept, never yours.</source>
            <translation>只记录隐患的位置，从不记录您的位置。</translation>
        </message>
        <message>
            <source>Searching… tap to stop</source>
            <translation>正在定位，点一下停止</translation>
        </message>
        <message>
            <source>Search again</source>
            <translation>重新定位</translation>
        </message>
        <message>
            <source>Attach the position</source>
            <translation>附上位置</translation>
        </message>
        <message>
            <source>Remove the position</source>
            <translation>去掉位置</translation>
        </message>
    </context>
    <context>
        <name>ProgressLine</name>
        <message>
            <source>%1 percent</source>
            <translation>百分之 %1</translation>
        </message>
    </context>
    <context>
        <name>QuestionEditor</name>
        <message>
            <source>Last told: %1</source>
            <translation>上次回答：%1</translation>
        </message>
        <message>
            <source>%1 (%2)</source>
            <comment>a question, the unit of its answer</comment>
            <translation>%1（%2）</translation>
        </message>
        <message>
            <source>%1 asks: %2</source>
            <comment>who asks, what for</comment>
            <translation>%1提出：%2</translation>
        </message>
        <message>
            <source>Several are possible</source>
            <translation>可多选</translation>
        </message>
    </context>
    <context>
        <name>ReasonSheet</name>
        <message>
            <source>Until</source>
            <translation>推迟到</translation>
        </message>
        <message>
            <source>Why?</source>
            <translation>为什么？</translation>
        </message>
        <message>
            <source>In your own words (optional)</source>
            <translation>补充说明（可不填）</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
    </context>
    <context>
        <name>RefusedCard</name>
        <message>
            <source>Save anew</source>
            <translation>重新保存</translation>
        </message>
        <message>
            <source>Let it go</source>
            <translation>放弃</translation>
        </message>
    </context>
    <context>
        <name>ResidentEditor</name>
        <message numerus="yes">
            <source>%n year(s)</source>
            <translation>
                <numerusform>%n 岁</numerusform>
            </translation>
        </message>
        <message>
            <source>Close</source>
            <translation>收起</translation>
        </message>
        <message>
            <source>Change something</source>
            <translation>修改</translation>
        </message>
        <message>
            <source>Changed</source>
            <translation>已修改</translation>
        </message>
        <message>
            <source>Stored: %1. Type only to replace it.</source>
            <translation>已存 %1，需要更换时才填写。</translation>
        </message>
        <message>
            <source>Moved away on</source>
            <translation>搬走日期</translation>
        </message>
    </context>
    <context>
        <name>RevealSheet</name>
        <message>
            <source>Seeing the whole number is logged: who, when and why. The household can be told.</source>
            <translation>查看完整号码会留下记录：谁、什么时候、为什么。住户可以询问。</translation>
        </message>
        <message numerus="yes">
            <source>Hidden again in %n second(s)</source>
            <translation>
                <numerusform>%n 秒后自动隐藏</numerusform>
            </translation>
        </message>
        <message>
            <source>Show it</source>
            <translation>查看</translation>
        </message>
        <message>
            <source>Hide it</source>
            <translation>隐藏</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
    </context>
    <context>
        <name>SafetyMeter</name>
        <message numerus="yes">
            <source>%n record(s) only on this phone</source>
            <translation>
                <numerusform>%n 条记录仅在本机</numerusform>
            </translation>
        </message>
        <message>
            <source>All records are safe</source>
            <translation>全部记录已安全</translation>
        </message>
        <message>
            <source>Since %1. They go out by themselves as soon as there is a network.</source>
            <translation>最早的保存于%1。有网络时会自动送出。</translation>
        </message>
        <message numerus="yes">
            <source>The centre has confirmed %n record(s).</source>
            <translation>
                <numerusform>中心已确认 %n 条记录。</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n only here</source>
            <translation>
                <numerusform>%n 条仅在本机</numerusform>
            </translation>
        </message>
        <message>
            <source>Look here</source>
            <translation>请查看</translation>
        </message>
        <message>
            <source>Safe</source>
            <translation>已安全</translation>
        </message>
        <message>
            <source>Nothing has been recorded on this phone yet.</source>
            <translation>这部手机上还没有记录。</translation>
        </message>
        <message numerus="yes">
            <source>%n photo(s) only on this phone</source>
            <translation>
                <numerusform>%n 张照片仅在本机</numerusform>
            </translation>
        </message>
        <message>
            <source>The records are safe. Photos go out over Wi-Fi, or as the settings say.</source>
            <translation>记录都已安全。照片会通过 Wi-Fi 或按设置传出。</translation>
        </message>
    </context>
    <context>
        <name>SaveFooter</name>
        <message>
            <source>Save</source>
            <translation>保存</translation>
        </message>
    </context>
    <context>
        <name>ScopeSheet</name>
        <message>
            <source>%1 leaves this phone</source>
            <translation>“%1”将离开本机</translation>
        </message>
        <message>
            <source>Your grids have changed</source>
            <translation>您负责的网格有变动</translation>
        </message>
        <message>
            <source>It belongs to others now. What is being written here is not saved yet: finish and save it, or hand it over as a draft. Until then the grid stays.</source>
            <translation>该网格已归他人负责。这里正在填写的内容尚未保存：请填完保存，或作为草稿移交。在此之前网格保留在本机。</translation>
        </message>
        <message>
            <source>Finish it first</source>
            <translation>先填完</translation>
        </message>
        <message>
            <source>Understood</source>
            <translation>知道了</translation>
        </message>
        <message>
            <source>Hand it over as a draft</source>
            <translation>作为草稿移交</translation>
        </message>
    </context>
    <context>
        <name>SearchField</name>
        <message>
            <source>Search</source>
            <translation>搜索</translation>
        </message>
        <message>
            <source>Clear</source>
            <translation>清除</translation>
        </message>
    </context>
    <context>
        <name>SearchPage</name>
        <message>
            <source>Search</source>
            <translation>搜索</translation>
        </message>
        <message>
            <source>Name, door, end of a phone number, pinyin</source>
            <translation>姓名、门牌、电话尾号、拼音</translation>
        </message>
        <message>
            <source>Find a person or a door</source>
            <translation>找人，或找一扇门</translation>
        </message>
        <message>
            <source>Two characters are enough: a name, a room, the last four digits of a phone, or pinyin initials such as wjg.</source>
            <translation>两个字就够：姓名、房号、电话后四位，或拼音首字母，例如 wjg。</translation>
        </message>
        <message>
            <source>Nothing found for “%1”</source>
            <translation>没有找到“%1”</translation>
        </message>
        <message>
            <source>Try fewer characters, the room, or the last four digits of a phone.</source>
            <translation>试试少输几个字，或用房号、电话后四位。</translation>
        </message>
        <message>
            <source>The search did not work</source>
            <translation>搜索没有成功</translation>
        </message>
        <message>
            <source>People</source>
            <translation>人员</translation>
        </message>
        <message>
            <source>Households</source>
            <translation>住户</translation>
        </message>
        <message>
            <source>Doors</source>
            <translation>房屋</translation>
        </message>
        <message>
            <source>Needs</source>
            <translation>需求</translation>
        </message>
        <message>
            <source>Hazards</source>
            <translation>隐患</translation>
        </message>
        <message>
            <source>Catalogue</source>
            <translation>事项</translation>
        </message>
        <message>
            <source>Longest not visited</source>
            <translation>最久未访</translation>
        </message>
        <message>
            <source>visited %1</source>
            <translation>走访于 %1</translation>
        </message>
        <message>
            <source>never visited</source>
            <translation>从未走访</translation>
        </message>
        <message numerus="yes">
            <source>%n more are of other kinds than those that are chosen above.</source>
            <translation>
                <numerusform>另有 %n 项属于上面未选的类别。</numerusform>
            </translation>
        </message>
        <message>
            <source>Show all kinds</source>
            <translation>显示全部类别</translation>
        </message>
        <message>
            <source>Orders</source>
            <translation>服务单</translation>
        </message>
        <message>
            <source>Name, door, phone, pinyin</source>
            <translation>姓名、门牌、尾号、拼音</translation>
        </message>
    </context>
    <context>
        <name>SettingsPage</name>
        <message>
            <source>Settings</source>
            <translation>设置</translation>
        </message>
        <message>
            <source>Not enrolled</source>
            <translation>未登记</translation>
        </message>
        <message>
            <source>No centre yet</source>
            <translation>还没有中心</translation>
        </message>
        <message>
            <source>Grid</source>
            <translation>网格</translation>
        </message>
        <message>
            <source>Language</source>
            <translation>语言</translation>
        </message>
        <message>
            <source>Look</source>
            <translation>外观</translation>
        </message>
        <message>
            <source>Light</source>
            <translation>浅色</translation>
        </message>
        <message>
            <source>Dark</source>
            <translation>深色</translation>
        </message>
        <message>
            <source>As the system</source>
            <translation>跟随系统</translation>
        </message>
        <message>
            <source>Large text</source>
            <translation>大字模式</translation>
        </message>
        <message>
            <source>Larger words and buttons, for eyes that tire</source>
            <translation>字更大、按钮更大，看着不累</translation>
        </message>
        <message>
            <source>About</source>
            <translation>关于</translation>
        </message>
        <message>
            <source>Qiaomen</source>
            <translation>敲门</translation>
        </message>
        <message>
            <source>The app of those who knock on doors</source>
            <translation>敲门人的工作手册</translation>
        </message>
        <message>
            <source>Version</source>
            <translation>版本</translation>
        </message>
        <message>
            <source>Device</source>
            <translation>设备</translation>
        </message>
        <message>
            <source>This app keeps no track of where you go, how long you stay, or how often you open it.</source>
            <translation>本应用不记录您的行踪、停留时间和使用次数。</translation>
        </message>
        <message>
            <source>Birthdays of the very old</source>
            <translation>高龄老人生日</translation>
        </message>
        <message>
            <source>From 80 on, three days ahead, where the community wishes it</source>
            <translation>80 岁起，提前三天提醒；由社区决定是否开启</translation>
        </message>
        <message>
            <source>Photos in full size over mobile data</source>
            <translation>用移动数据传照片原图</translation>
        </message>
        <message>
            <source>Otherwise they travel over Wi-Fi; thumbnails always do</source>
            <translation>关闭时原图只走 Wi-Fi，缩略图随时传</translation>
        </message>
        <message>
            <source>Contact card</source>
            <translation>联系卡</translation>
        </message>
        <message>
            <source>Who you are and how to reach you: a slip to print or to send</source>
            <translation>您是谁、怎样联系您：可打印或发送的纸条</translation>
        </message>
        <message>
            <source>Take out records</source>
            <translation>导出数据</translation>
        </message>
        <message>
            <source>Everything of this grid as a workbook, numbers masked</source>
            <translation>把本网格的全部记录存为工作簿，号码遮挡</translation>
        </message>
        <message>
            <source>Bring in visits</source>
            <translation>导入走访</translation>
        </message>
        <message>
            <source>From the office's own workbook, without doubles</source>
            <translation>来自办公室自己的台账，不会重复</translation>
        </message>
        <message>
            <source>Practice</source>
            <translation>练习</translation>
        </message>
        <message>
            <source>An invented grid to try everything in: nothing of it is real or leaves this phone</source>
            <translation>虚构的网格，什么都可以试：不是真的，也不会离开本机</translation>
        </message>
        <message>
            <source>This device</source>
            <translation>本机</translation>
        </message>
        <message>
            <source>Storage</source>
            <translation>存储</translation>
        </message>
        <message>
            <source>What takes how much room, and what may go</source>
            <translation>什么占了多少空间，什么可以移除</translation>
        </message>
        <message>
            <source>Diagnostics</source>
            <translation>诊断</translation>
        </message>
        <message>
            <source>Something needs looking at</source>
            <translation>有情况需要查看</translation>
        </message>
        <message>
            <source>For whoever helps you: versions, faults, a report</source>
            <translation>给协助人员：版本、故障、报告</translation>
        </message>
    </context>
    <context>
        <name>SketchMapPage</name>
        <message>
            <source>Sketch map</source>
            <translation>示意图</translation>
        </message>
        <message numerus="yes">
            <source>%n thing(s)</source>
            <comment>with a position, on the map</comment>
            <translation>
                <numerusform>%n 处</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n door(s) without a position</source>
            <translation>
                <numerusform>%n 处房屋没有位置</numerusform>
            </translation>
        </message>
        <message>
            <source>Larger</source>
            <translation>放大</translation>
        </message>
        <message>
            <source>Smaller</source>
            <translation>缩小</translation>
        </message>
        <message>
            <source>Show all</source>
            <translation>显示全部</translation>
        </message>
        <message>
            <source>Nothing has a position yet</source>
            <translation>还没有带位置的内容</translation>
        </message>
        <message>
            <source>The office adds the boundary of the grid. A hazard gets a position when somebody notes one; the app never notes where you are.</source>
            <translation>网格边界由社区办公室添加；隐患在有人记录时才有位置。应用从不记录您在哪里。</translation>
        </message>
        <message numerus="yes">
            <source>%n thing(s) here</source>
            <comment>on the map</comment>
            <translation>
                <numerusform>此处有 %n 项</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>SlipPage</name>
        <message>
            <source>Paper</source>
            <translation>纸张</translation>
        </message>
        <message>
            <source>A6 sheet</source>
            <translation>A6 纸</translation>
        </message>
        <message>
            <source>58 mm roll</source>
            <translation>58 毫米卷纸</translation>
        </message>
        <message>
            <source>Page %1 of %2</source>
            <translation>第 %1 页，共 %2 页</translation>
        </message>
        <message>
            <source>Saved: %1</source>
            <translation>已保存：%1</translation>
        </message>
        <message>
            <source>Save as PDF and picture</source>
            <translation>保存为 PDF 和图片</translation>
        </message>
        <message>
            <source>Save again</source>
            <translation>再次保存</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>打开</translation>
        </message>
        <message>
            <source>Where the slip is saved</source>
            <translation>保存到哪个文件夹</translation>
        </message>
        <message>
            <source>No printer is set up on this device: save it, and print or send it from there.</source>
            <translation>本机没有设置打印机：请先保存，再从保存处打印或发送。</translation>
        </message>
        <message>
            <source>Print</source>
            <translation>打印</translation>
        </message>
        <message>
            <source>Show the folder</source>
            <translation>打开所在文件夹</translation>
        </message>
        <message>
            <source>Which printer?</source>
            <translation>用哪台打印机？</translation>
        </message>
    </context>
    <context>
        <name>SlipWords</name>
        <message>
            <source>To the household of %1</source>
            <translation>致 %1 户</translation>
        </message>
        <message>
            <source>How it goes on</source>
            <translation>后续办理</translation>
        </message>
        <message>
            <source>Done at once when everything is there.</source>
            <translation>材料齐全，当场办结。</translation>
        </message>
        <message numerus="yes">
            <source>Done within %n working day(s) when everything is there.</source>
            <translation>
                <numerusform>材料齐全后 %n 个工作日内办结。</numerusform>
            </translation>
        </message>
        <message>
            <source>Fee: %1</source>
            <translation>收费：%1</translation>
        </message>
        <message>
            <source>Where: %1</source>
            <translation>办理地点：%1</translation>
        </message>
        <message>
            <source>Telephone: %1</source>
            <translation>电话：%1</translation>
        </message>
        <message>
            <source>One-time notice</source>
            <translation>一次性告知书</translation>
        </message>
        <message>
            <source>This is everything that is missing:</source>
            <translation>缺少的材料全部如下：</translation>
        </message>
        <message>
            <source>Nothing that is not on this list will be asked for later. When you have it, tell your grid worker or bring it to the hall.</source>
            <translation>此后不再要求单上没有的材料。备齐后请告知网格员，或送到大厅。</translation>
        </message>
        <message>
            <source>Catalogue %1; this item as of %2</source>
            <translation>目录版本 %1；本事项自 %2 起执行</translation>
        </message>
        <message>
            <source>The hall finds this order by the code.</source>
            <translation>大厅可凭此码查到本单。</translation>
        </message>
        <message>
            <source>%1 (%2, %3 ×)</source>
            <comment>paper, original or copy, how many</comment>
            <translation>%1（%2，%3 份）</translation>
        </message>
        <message>
            <source>%1: given back on %2</source>
            <translation>%1：%2 已归还</translation>
        </message>
        <message>
            <source>Receipt for papers</source>
            <translation>代收材料收据</translation>
        </message>
        <message>
            <source>Your grid worker has taken these papers along:</source>
            <translation>网格员已收取下列材料：</translation>
        </message>
        <message>
            <source>Agreed: result and papers on %1</source>
            <translation>约定 %1 送回结果和材料</translation>
        </message>
        <message>
            <source>Free of charge. Keep this receipt until every paper is back.</source>
            <translation>代办不收费。材料全部归还前，请保管好本收据。</translation>
        </message>
        <message>
            <source>How was it?</source>
            <translation>服务评价邀请</translation>
        </message>
        <message>
            <source>Your word counts, and it is free</source>
            <translation>您的评价很重要，完全自愿</translation>
        </message>
        <message>
            <source>Rate it on your own telephone, at the hall, or not at all. Nobody may do it for you.</source>
            <translation>可用自己的手机或到大厅评价，也可以不评。任何人不得代您评价。</translation>
        </message>
        <message>
            <source>Very satisfied · satisfied · fairly satisfied · dissatisfied · very dissatisfied</source>
            <translation>非常满意 · 满意 · 基本满意 · 不满意 · 非常不满意</translation>
        </message>
        <message>
            <source>Whoever is dissatisfied is called upon within five working days.</source>
            <translation>如不满意，五个工作日内会有人约谈回访。</translation>
        </message>
        <message>
            <source>Code, to be used once: %1</source>
            <translation>一次性评价码：%1</translation>
        </message>
        <message>
            <source>Your grid worker</source>
            <translation>网格员联系卡</translation>
        </message>
        <message>
            <source>What we come for</source>
            <translation>上门服务内容</translation>
        </message>
        <message>
            <source>Changes in your household, needs, hazards, matters done at your door or carried for you.</source>
            <translation>登记家庭变动，听取需求，排查隐患，上门办理和代办事项。</translation>
        </message>
        <message>
            <source>We show our card, ask before we enter, and leave when asked. We never ask for money, a password or a code from your telephone.</source>
            <translation>上门出示证件，经同意再进门，您请离开就离开。绝不收钱，绝不索要密码或手机验证码。</translation>
        </message>
        <message>
            <source>Notice to put a hazard right</source>
            <translation>隐患整改通知书</translation>
        </message>
        <message>
            <source>To whom it concerns</source>
            <translation>致有关责任人</translation>
        </message>
        <message>
            <source>To %1</source>
            <translation>致 %1</translation>
        </message>
        <message>
            <source>Place: %1</source>
            <translation>地点：%1</translation>
        </message>
        <message>
            <source>Risk: %1</source>
            <translation>风险等级：%1</translation>
        </message>
        <message>
            <source>To be put right by %1.</source>
            <translation>请于 %1 前整改到位。</translation>
        </message>
        <message>
            <source>Somebody comes to look again. Should you need more time, say so before that day: it can be extended once. Whoever cannot put it right alone is helped.</source>
            <translation>届时将上门复查。如需更多时间，请在期限前说明，可延期一次。自行整改有困难的，社区予以帮助。</translation>
        </message>
        <message>
            <source>The hall finds this hazard by the code.</source>
            <translation>大厅可凭此码查到本隐患。</translation>
        </message>
        <message>
            <source>Card of %1</source>
            <translation>联系卡版本 %1</translation>
        </message>
    </context>
    <context>
        <name>StepRow</name>
        <message>
            <source>Take this step back</source>
            <translation>撤回这一步</translation>
        </message>
    </context>
    <context>
        <name>Stepper</name>
        <message>
            <source>Less</source>
            <translation>减少</translation>
        </message>
        <message>
            <source>More</source>
            <comment>one more of a number</comment>
            <translation>增加</translation>
        </message>
    </context>
    <context>
        <name>SyncPage</name>
        <message>
            <source>Sync</source>
            <translation>同步</translation>
        </message>
        <message>
            <source>Now</source>
            <translation>现在</translation>
        </message>
        <message>
            <source>Last receipt</source>
            <translation>最近回执</translation>
        </message>
        <message>
            <source>Next try</source>
            <translation>下次尝试</translation>
        </message>
        <message>
            <source>Syncing…</source>
            <translation>正在同步…</translation>
        </message>
        <message>
            <source>Sync now</source>
            <translation>立即同步</translation>
        </message>
        <message>
            <source>Use the network</source>
            <translation>使用网络</translation>
        </message>
        <message>
            <source>Records go out by themselves</source>
            <translation>记录会自动送出</translation>
        </message>
        <message>
            <source>Off: everything stays on this phone for now</source>
            <translation>已关闭：所有记录暂时留在本机</translation>
        </message>
        <message numerus="yes">
            <source>%n field(s) to choose</source>
            <translation>
                <numerusform>%n 项待选择</numerusform>
            </translation>
        </message>
        <message>
            <source>Two people wrote them without knowing of each other</source>
            <translation>两个人在互不知情时改了同一项</translation>
        </message>
        <message>
            <source>Only here</source>
            <translation>仅在本机</translation>
        </message>
        <message>
            <source>Not accepted</source>
            <translation>未被接收</translation>
        </message>
        <message>
            <source>Receipts</source>
            <translation>回执</translation>
        </message>
        <message>
            <source>Nothing waits on this phone</source>
            <translation>本机没有待送的记录</translation>
        </message>
        <message>
            <source>Whatever you save next appears here until the centre has confirmed it.</source>
            <translation>您接下来保存的记录会列在这里，直到中心确认。</translation>
        </message>
        <message>
            <source>The centre has accepted everything</source>
            <translation>中心已全部接收</translation>
        </message>
        <message>
            <source>No receipt yet</source>
            <translation>还没有回执</translation>
        </message>
        <message>
            <source>A receipt is the centre's signature: from then on a record is safe.</source>
            <translation>回执是中心的签名，有了它，记录才算安全。</translation>
        </message>
        <message>
            <source>saved %1</source>
            <translation>%1保存</translation>
        </message>
        <message numerus="yes">
            <source>%n record(s) became safe</source>
            <translation>
                <numerusform>%n 条记录已安全</numerusform>
            </translation>
        </message>
        <message>
            <source>Confirmed, nothing new</source>
            <translation>已确认，没有新记录</translation>
        </message>
        <message>
            <source>Let this change go?</source>
            <translation>放弃这条修改？</translation>
        </message>
        <message>
            <source>The centre will not have it. It stays in the history of what you did on this phone.</source>
            <translation>中心不会有这条修改，它会留在本机的操作历史里。</translation>
        </message>
        <message>
            <source>Let it go</source>
            <translation>放弃</translation>
        </message>
        <message numerus="yes">
            <source>%n record(s) changed by two people</source>
            <translation>
                <numerusform>%n 条记录被两人同时改动</numerusform>
            </translation>
        </message>
        <message>
            <source>Both changes stand; there is nothing to decide</source>
            <translation>两处改动都保留，不用选择</translation>
        </message>
        <message>
            <source>Handed over</source>
            <translation>已移交</translation>
        </message>
        <message numerus="yes">
            <source>%n record(s), others decide</source>
            <translation>
                <numerusform>%n 条记录，由他人裁定</numerusform>
            </translation>
        </message>
        <message>
            <source>To decide</source>
            <translation>待裁定</translation>
        </message>
        <message>
            <source>Nothing waits for a decision</source>
            <translation>没有待裁定的记录</translation>
        </message>
        <message numerus="yes">
            <source>%n pair(s) may be the same</source>
            <translation>
                <numerusform>%n 对可能是同一个</numerusform>
            </translation>
        </message>
        <message>
            <source>Compare them, and make one of two</source>
            <translation>核对后合二为一</translation>
        </message>
        <message>
            <source>Photos</source>
            <translation>照片</translation>
        </message>
        <message>
            <source>Sync by hand</source>
            <translation>手动同步</translation>
        </message>
        <message numerus="yes">
            <source>%n question(s) on the way, no answer yet</source>
            <translation>
                <numerusform>%n 份问询在途，尚无答复</numerusform>
            </translation>
        </message>
        <message>
            <source>With a stick, where there is no network</source>
            <translation>没有网络的地方，用U盘</translation>
        </message>
    </context>
    <context>
        <name>TakeOutPage</name>
        <message>
            <source>Take out records</source>
            <translation>导出数据</translation>
        </message>
        <message>
            <source>%1 to %2</source>
            <translation>%1 至 %2</translation>
        </message>
        <message>
            <source>Everything</source>
            <translation>全部</translation>
        </message>
        <message>
            <source>A workbook that any office program opens: households with their dwellings, residents, visits, needs, hazards, orders, moves and all else, a sheet for each.</source>
            <translation>各种办公软件都能打开的工作簿：住户与房屋、居民、走访、需求、隐患、上门服务、迁移等等，每类一张工作表。</translation>
        </message>
        <message>
            <source>Identity and telephone numbers are masked, as on the screen.</source>
            <translation>身份证号和电话号码与屏幕上一样遮挡。</translation>
        </message>
        <message>
            <source>That you took it out is recorded; everyone who holds this grid sees it.</source>
            <translation>这次导出会留下记录，持有本网格的人都能看到。</translation>
        </message>
        <message>
            <source>Photos stay here.</source>
            <translation>照片不导出。</translation>
        </message>
        <message>
            <source>What happened</source>
            <translation>发生的事项</translation>
        </message>
        <message>
            <source>This year</source>
            <translation>今年</translation>
        </message>
        <message>
            <source>Last month</source>
            <translation>上月</translation>
        </message>
        <message>
            <source>This month</source>
            <translation>本月</translation>
        </message>
        <message>
            <source>%1. Households, residents and the like are always complete.</source>
            <translation>%1。住户、居民等名册总是全部导出。</translation>
        </message>
        <message>
            <source>Taken out before</source>
            <translation>以往导出</translation>
        </message>
        <message>
            <source>Nobody has taken records of this grid out yet.</source>
            <translation>还没有人导出过本网格的记录。</translation>
        </message>
        <message numerus="yes">
            <source>%n row(s)</source>
            <translation>
                <numerusform>%n 行</numerusform>
            </translation>
        </message>
        <message>
            <source>Saved: %1</source>
            <translation>已保存：%1</translation>
        </message>
        <message>
            <source>Writing the workbook: %1 %</source>
            <translation>正在写工作簿：%1 %</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>Show folder</source>
            <translation>打开文件夹</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>打开</translation>
        </message>
        <message>
            <source>Save as a workbook</source>
            <translation>存为工作簿</translation>
        </message>
        <message>
            <source>Save another one</source>
            <translation>再存一份</translation>
        </message>
        <message>
            <source>Where the workbook is saved</source>
            <translation>工作簿存到哪里</translation>
        </message>
    </context>
    <context>
        <name>TimelineRow</name>
        <message>
            <source>Only on this phone</source>
            <translation>仅在本机</translation>
        </message>
        <message>
            <source>Take this back</source>
            <translation>撤回</translation>
        </message>
    </context>
    <context>
        <name>TodayPage</name>
        <message>
            <source>Today</source>
            <translation>今日</translation>
        </message>
        <message>
            <source>At once</source>
            <translation>马上办</translation>
        </message>
        <message>
            <source>Due today</source>
            <translation>今天该办</translation>
        </message>
        <message>
            <source>This week</source>
            <translation>本周内</translation>
        </message>
        <message>
            <source>Later, with the reason</source>
            <translation>稍后，附原因</translation>
        </message>
        <message numerus="yes">
            <source>%n door(s) due, in the order of the stairs</source>
            <translation>
                <numerusform>%n 户该上门，已按楼梯顺序排好</numerusform>
            </translation>
        </message>
        <message>
            <source>Nothing more is due today.</source>
            <translation>今天没有别的要办。</translation>
        </message>
        <message>
            <source>All done for today</source>
            <translation>今天都办完了</translation>
        </message>
        <message numerus="yes">
            <source>Nothing is due. %n household(s) have not been met for a quarter: if there is time, ring there.</source>
            <translation>
                <numerusform>没有到期的事。还有 %n 户一个季度没见到人，有空可以去看看。</numerusform>
            </translation>
        </message>
        <message>
            <source>Nothing is due. The list fills by itself from the records.</source>
            <translation>没有到期的事。清单由记录自动生成。</translation>
        </message>
        <message>
            <source>Show the doors</source>
            <translation>查看门户</translation>
        </message>
        <message>
            <source>Put off what is due behind this door</source>
            <translation>推迟这一户的事项</translation>
        </message>
        <message>
            <source>It comes back on that day. Colleagues see the reason.</source>
            <translation>到那天会再次出现，同事能看到原因。</translation>
        </message>
        <message>
            <source>Put off</source>
            <translation>推迟</translation>
        </message>
        <message>
            <source>This household was visited twice in seven days</source>
            <translation>这一户七天内已上门两次</translation>
        </message>
        <message>
            <source>Say why somebody knocks again so soon. The household may ask.</source>
            <translation>请说明为什么又要上门，住户可能会问。</translation>
        </message>
        <message>
            <source>Begin a visit</source>
            <translation>开始走访</translation>
        </message>
    </context>
    <context>
        <name>TopBar</name>
        <message>
            <source>Back</source>
            <translation>返回</translation>
        </message>
    </context>
    <context>
        <name>VersionTile</name>
        <message>
            <source>Keep this</source>
            <translation>用这个</translation>
        </message>
        <message>
            <source>Keep %1: %2, %3</source>
            <translation>采用%1：%2，%3</translation>
        </message>
        <message>
            <source>empty</source>
            <translation>空</translation>
        </message>
        <message>
            <source>Stands now. Tap to confirm</source>
            <translation>现在用的，点一下确认</translation>
        </message>
    </context>
    <context>
        <name>VisitAgreement</name>
        <message>
            <source>Agreed next</source>
            <translation>约定</translation>
        </message>
    </context>
    <context>
        <name>VisitCircumstances</name>
        <message>
            <source>About this visit</source>
            <translation>走访情况</translation>
        </message>
        <message>
            <source>Day of the visit</source>
            <translation>走访日期</translation>
        </message>
        <message>
            <source>Today, unless you write it down later</source>
            <translation>默认今天，补记时再改</translation>
        </message>
    </context>
    <context>
        <name>VisitFacts</name>
        <message>
            <source>Is everything as before?</source>
            <translation>情况有变化吗？</translation>
        </message>
        <message>
            <source>Nothing has changed</source>
            <translation>都没有变化</translation>
        </message>
        <message>
            <source>Members, contacts, dwelling and care needs were confirmed</source>
            <translation>家庭成员、联系方式、房屋和关爱需求都已确认</translation>
        </message>
        <message>
            <source>Or confirm part of it</source>
            <translation>或者只确认一部分</translation>
        </message>
    </context>
    <context>
        <name>VisitFindings</name>
        <message>
            <source>Heard and found</source>
            <translation>听到和发现的</translation>
        </message>
        <message>
            <source>Add a need</source>
            <translation>记一条需求</translation>
        </message>
        <message>
            <source>Add a hazard</source>
            <translation>登记隐患</translation>
        </message>
    </context>
    <context>
        <name>VisitPage</name>
        <message>
            <source>Visit: %1</source>
            <translation>走访 · %1</translation>
        </message>
        <message>
            <source>Visit</source>
            <translation>走访</translation>
        </message>
        <message>
            <source>Your draft is back</source>
            <translation>草稿已恢复</translation>
        </message>
        <message>
            <source>This is what you had typed before the app was closed.</source>
            <translation>这是应用关闭前您填写的内容。</translation>
        </message>
        <message>
            <source>Begin anew</source>
            <translation>重新开始</translation>
        </message>
        <message>
            <source>Quiet hours now</source>
            <translation>现在是勿扰时段</translation>
        </message>
        <message>
            <source>This household does not wish to be disturbed: %1</source>
            <translation>这户希望不被打扰：%1</translation>
        </message>
        <message>
            <source>Do not ask again</source>
            <translation>不要再问</translation>
        </message>
        <message>
            <source>Draft kept on this phone</source>
            <translation>草稿已存在本机</translation>
        </message>
        <message>
            <source>Keeping the draft…</source>
            <translation>正在保存草稿…</translation>
        </message>
        <message>
            <source>The draft could not be kept. Please save soon.</source>
            <translation>草稿没有存上，请尽快保存。</translation>
        </message>
        <message>
            <source>Save the visit</source>
            <translation>保存走访</translation>
        </message>
        <message>
            <source>Begin anew?</source>
            <translation>重新开始？</translation>
        </message>
        <message>
            <source>What you had typed here is given up. It cannot be brought back.</source>
            <translation>这里填写的内容将被放弃，不能恢复。</translation>
        </message>
        <message>
            <source>Give it up</source>
            <translation>放弃</translation>
        </message>
        <message>
            <source>Keep it</source>
            <translation>保留</translation>
        </message>
    </context>
    <context>
        <name>VisitQuestions</name>
        <message>
            <source>Questions</source>
            <translation>待问问题</translation>
        </message>
        <message>
            <source>Nothing has to be answered. What is left out is asked another time.</source>
            <translation>都可以不答；没问到的，下次再问。</translation>
        </message>
        <message numerus="yes">
            <source>%n question(s) to ask</source>
            <translation>
                <numerusform>%n 个问题可以问</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n need not be asked</source>
            <translation>
                <numerusform>%n 个问题不必再问</numerusform>
            </translation>
        </message>
        <message>
            <source>Answer</source>
            <translation>补答</translation>
        </message>
        <message>
            <source>Correct</source>
            <translation>更正</translation>
        </message>
        <message>
            <source>Ask again: %1</source>
            <translation>重新询问：%1</translation>
        </message>
    </context>
    <context>
        <name>Words</name>
        <message>
            <source>never</source>
            <translation>从未</translation>
        </message>
        <message>
            <source>today</source>
            <translation>今天</translation>
        </message>
        <message>
            <source>yesterday</source>
            <translation>昨天</translation>
        </message>
        <message>
            <source>tomorrow</source>
            <translation>明天</translation>
        </message>
        <message>
            <source>d MMM</source>
            <comment>date format, this year</comment>
            <translation>M月d日</translation>
        </message>
        <message>
            <source>d MMM yyyy</source>
            <comment>date format, with year</comment>
            <translation>yyyy年M月d日</translation>
        </message>
        <message>
            <source>%1 %2</source>
            <comment>day, time</comment>
            <translatorcomment>The same in both languages</translatorcomment>
            <translation>%1 %2</translation>
        </message>
        <message>
            <source>ddd d MMM yyyy</source>
            <comment>date format, in full</comment>
            <translation>yyyy年M月d日 ddd</translation>
        </message>
        <message>
            <source>ddd d MMM</source>
            <comment>date format, with weekday</comment>
            <translation>M月d日 ddd</translation>
        </message>
        <message numerus="yes">
            <source>%n day(s) ago</source>
            <translation>
                <numerusform>%n 天前</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n month(s) ago</source>
            <translation>
                <numerusform>%n 个月前</numerusform>
            </translation>
        </message>
        <message>
            <source> · </source>
            <comment>between short facts on one line</comment>
            <translatorcomment>The same in both languages</translatorcomment>
            <translation> · </translation>
        </message>
        <message>
            <source>, </source>
            <comment>between parts of a sentence</comment>
            <translation>，</translation>
        </message>
        <message>
            <source>%1 m</source>
            <translation>%1 米</translation>
        </message>
        <message>
            <source>%1 km</source>
            <translation>%1 公里</translation>
        </message>
    </context>
    <context>
        <name>WorkRow</name>
        <message numerus="yes">
            <source>%n day(s) late</source>
            <translation>
                <numerusform>已过 %n 天</numerusform>
            </translation>
        </message>
        <message>
            <source>Visited twice this week: say why</source>
            <translation>本周已上门两次，须说明原因</translation>
        </message>
        <message>
            <source>Do not ask: %1</source>
            <translation>不再询问：%1</translation>
        </message>
        <message>
            <source>Also behind this door</source>
            <translation>这一户还有</translation>
        </message>
        <message>
            <source>Visit</source>
            <translation>走访</translation>
        </message>
        <message>
            <source>Begin a visit: %1</source>
            <translation>开始走访：%1</translation>
        </message>
        <message>
            <source>Put off</source>
            <translation>推迟</translation>
        </message>
        <message>
            <source>Put off: %1</source>
            <translation>推迟：%1</translation>
        </message>
    </context>
    <context>
        <name>qiaomen::AnchorForm</name>
        <message>
            <source>Choose what it is: house, trade or certificate.</source>
            <translation>请选择依据类型：以房、以业或以证。</translation>
        </message>
        <message>
            <source>Say what it is, for example a lease or a residence permit.</source>
            <translation>请填写名称，例如租赁合同、居住证。</translation>
        </message>
        <message>
            <source>It cannot expire before it begins.</source>
            <translation>到期日不能早于起始日。</translation>
        </message>
        <message>
            <source>Saved: %1</source>
            <translation>已保存：%1</translation>
        </message>
    </context>
    <context>
        <name>qiaomen::AttachmentController</name>
        <message numerus="yes">
            <source>%n photo(s) on the way</source>
            <translation>
                <numerusform>%n 张照片正在传输</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n photo(s) only on this phone</source>
            <translation>
                <numerusform>%n 张照片仅在本机</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n photo(s) here as thumbnails: their full size comes over Wi-Fi, or when you ask for it</source>
            <translation>
                <numerusform>%n 张照片在这里只有缩略图：连上 Wi-Fi 或点开时取回原图</numerusform>
            </translation>
        </message>
        <message>
            <source>All photos are safe</source>
            <translation>所有照片都已安全</translation>
        </message>
    </context>
    <context>
        <name>qiaomen::CarriedPapers</name>
        <message>
            <source>%1, %2 ×</source>
            <comment>original or copy, how many</comment>
            <translation>%1，%2 份</translation>
        </message>
    </context>
    <context>
        <name>qiaomen::CatalogueModel</name>
        <message>
            <source>Done while you wait</source>
            <translation>当场办结</translation>
        </message>
        <message numerus="yes">
            <source>Promised in %n working day(s)</source>
            <translation>
                <numerusform>承诺 %n 个工作日</numerusform>
            </translation>
        </message>
        <message>
            <source>For whom</source>
            <translation>受理对象</translation>
        </message>
        <message>
            <source>Procedure</source>
            <translation>办理程序</translation>
        </message>
        <message>
            <source>Fee</source>
            <translation>收费</translation>
        </message>
        <message>
            <source>Basis</source>
            <translation>办理依据</translation>
        </message>
        <message>
            <source>Telephone</source>
            <translation>联系电话</translation>
        </message>
        <message>
            <source>Who is in charge</source>
            <translation>岗位职责</translation>
        </message>
        <message numerus="yes">
            <source>%1, at most %n working day(s)</source>
            <translation>
                <numerusform>%1，最多 %n 个工作日</numerusform>
            </translation>
        </message>
        <message>
            <source>Accepted today: %1</source>
            <translation>今天受理：%1</translation>
        </message>
    </context>
    <context>
        <name>qiaomen::ConflictsModel</name>
        <message>
            <source>deleted</source>
            <translation>已删除</translation>
        </message>
    </context>
    <context>
        <name>qiaomen::DoorOrderForm</name>
        <message>
            <source>Choose whether you do it at the door, carry papers, or go along.</source>
            <translation>请选择服务方式：上门服务、代办或陪同帮办。</translation>
        </message>
        <message>
            <source>This item is not in the catalogue any more. Choose another one.</source>
            <translation>目录中已没有该事项，请重新选择。</translation>
        </message>
        <message>
            <source>Choose an item of the catalogue, or say what is to be done.</source>
            <translation>请从事项目录中选择，或说明要办什么。</translation>
        </message>
        <message>
            <source>The wished day has passed. Choose another one, or none.</source>
            <translation>希望日期已过，请另选一天，或不选。</translation>
        </message>
        <message>
            <source>Ask first whether you are entrusted with it: nobody's papers are carried without their word.</source>
            <translation>请先征得本人同意：未经委托，不得代收任何人的材料。</translation>
        </message>
        <message>
            <source>Door order saved</source>
            <translation>上门服务单已保存</translation>
        </message>
    </context>
    <context>
        <name>qiaomen::Drive</name>
        <message>
            <source>There is no such resident in this household: %1</source>
            <translation>该户没有这位居民：%1</translation>
        </message>
        <message>
            <source>A resident has no such field: %1</source>
            <translation>居民没有此字段：%1</translation>
        </message>
        <message>
            <source>This line is not a JSON object: %1</source>
            <translation>这一行不是 JSON 对象：%1</translation>
        </message>
        <message>
            <source>This device is not enrolled.</source>
            <translation>本设备尚未登记。</translation>
        </message>
        <message>
            <source>There is no such command: %1</source>
            <translation>没有此命令：%1</translation>
        </message>
        <message>
            <source>This device does not hold that grid.</source>
            <translation>本设备没有该网格。</translation>
        </message>
        <message>
            <source>The draft could not be kept.</source>
            <translation>草稿未能保存。</translation>
        </message>
        <message>
            <source>A household has no such field: %1</source>
            <translation>户没有此字段：%1</translation>
        </message>
        <message>
            <source>There is no such open conflict here.</source>
            <translation>这里没有该待处理冲突。</translation>
        </message>
        <message>
            <source>Keep “mine” or “theirs”.</source>
            <translation>请选择保留“mine”或“theirs”。</translation>
        </message>
        <message>
            <source>There is no such period: %1</source>
            <translation>没有这样的时段：%1</translation>
        </message>
        <message>
            <source>There is no import to take back.</source>
            <translation>没有可以撤回的导入。</translation>
        </message>
        <message>
            <source>This device has no centre.</source>
            <translation>本设备没有中心。</translation>
        </message>
    </context>
    <context>
        <name>qiaomen::FindingForm</name>
        <message>
            <source>Need saved</source>
            <translation>需求已保存</translation>
        </message>
        <message>
            <source>Hazard saved</source>
            <translation>隐患已保存</translation>
        </message>
    </context>
    <context>
        <name>qiaomen::HazardForm</name>
        <message>
            <source>Small: have it put right while you are here, and come back to look.</source>
            <translation>小隐患：当场整改，之后复查。</translation>
        </message>
        <message>
            <source>General: give notice; it is to be put right within seven days.</source>
            <translation>一般隐患：告知责任人，七日内整改。</translation>
        </message>
        <message>
            <source>Major: keep people away and report it upward within the hour. The department sets the time limit.</source>
            <translation>重大隐患：疏离人员，一小时内上报，由部门确定整改期限。</translation>
        </message>
        <message>
            <source>Hazard: choose its kind, or remove this hazard.</source>
            <translation>隐患：请选择类别，或移除此条。</translation>
        </message>
        <message>
            <source>Hazard: choose how great the risk is.</source>
            <translation>隐患：请选择风险等级。</translation>
        </message>
        <message>
            <source>Hazard: say where it is, so that the next person finds it.</source>
            <translation>隐患：请写明地点，方便他人找到。</translation>
        </message>
        <message>
            <source>Hazard: a major hazard is not closed on the spot. The department closes it.</source>
            <translation>隐患：重大隐患不能当场销号，须由部门销号。</translation>
        </message>
        <message>
            <source>Hazard: a photo is being made ready. It takes a moment.</source>
            <translation>隐患：照片正在处理，请稍候。</translation>
        </message>
    </context>
    <context>
        <name>qiaomen::HazardStepForm</name>
        <message>
            <source>Give notice</source>
            <translation>下达整改通知</translation>
        </message>
        <message>
            <source>Look again: not yet put right</source>
            <translation>复查：尚未整改到位</translation>
        </message>
        <message>
            <source>Extend the time limit</source>
            <translation>延长期限</translation>
        </message>
        <message>
            <source>Report upward</source>
            <translation>上报</translation>
        </message>
        <message>
            <source>Put right: close it</source>
            <translation>整改到位，销号</translation>
        </message>
        <message>
            <source>It came back</source>
            <translation>问题反复</translation>
        </message>
        <message>
            <source>Set a day by which it is to be put right.</source>
            <translation>请确定整改期限。</translation>
        </message>
        <message>
            <source>This day has passed. Choose another one.</source>
            <translation>该日期已过，请另选一天。</translation>
        </message>
        <message numerus="yes">
            <source>A limit is extended by %n day(s) at most.</source>
            <translation>
                <numerusform>期限最多延长 %n 天。</numerusform>
            </translation>
        </message>
        <message>
            <source>Somebody else has gone on with this hazard meanwhile. Go back and look where it stands.</source>
            <translation>此隐患已由他人处置，请返回查看最新状态。</translation>
        </message>
        <message>
            <source>Say who has to put it right: the notice is addressed to them.</source>
            <translation>请填写由谁整改：通知书要写明对象。</translation>
        </message>
        <message>
            <source>Say to whom it was reported.</source>
            <translation>请填写上报给谁。</translation>
        </message>
        <message>
            <source>Say why more time is needed.</source>
            <translation>请说明为何需要延期。</translation>
        </message>
        <message>
            <source>Say what the department decided.</source>
            <translation>请写明主管部门的处理结果。</translation>
        </message>
        <message>
            <source>Saved: %1</source>
            <translation>已保存：%1</translation>
        </message>
    </context>
    <context>
        <name>qiaomen::HouseholdForm</name>
        <message>
            <source>Quiet hours: write them as 20:30-08:30, several with a comma between.</source>
            <translation>勿扰时段：请写成 20:30-08:30，多个时段用逗号隔开。</translation>
        </message>
        <message>
            <source>Nothing has changed.</source>
            <translation>没有改动。</translation>
        </message>
        <message>
            <source>Household saved</source>
            <translation>户信息已保存</translation>
        </message>
    </context>
    <context>
        <name>qiaomen::ImportForm</name>
        <message>
            <source>No row waits for a household.</source>
            <translation>没有待对应住户的行。</translation>
        </message>
        <message>
            <source>%1 has heads, but no rows below them.</source>
            <translation>%1只有表头，下面没有内容。</translation>
        </message>
        <message>
            <source>These columns were passed over: %1</source>
            <translation>没有读取这些列：%1</translation>
        </message>
        <message>
            <source>%1 of %2 rows were saved.</source>
            <translation>%2行中已保存%1行。</translation>
        </message>
        <message>
            <source>Import the same file again for the rest.</source>
            <translation>剩下的行请再次导入同一文件。</translation>
        </message>
        <message numerus="yes">
            <source>%n visit(s) saved</source>
            <translation>
                <numerusform>已保存 %n 次走访</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n row(s) kept as notes</source>
            <translation>
                <numerusform>%n 行留作备忘</numerusform>
            </translation>
        </message>
        <message>
            <source>Import taken back. Some of it was sent already, so the history says so.</source>
            <translation>已撤回导入。有些已经发出，记录中会注明撤回。</translation>
        </message>
        <message>
            <source>Import taken back. It is as if it had never been.</source>
            <translation>已撤回导入，如同没有导入过。</translation>
        </message>
    </context>
    <context>
        <name>qiaomen::ImportRowsModel</name>
        <message>
            <source>Row %1</source>
            <translation>第%1行</translation>
        </message>
        <message>
            <source>%1: %2</source>
            <translation>%1：%2</translation>
        </message>
        <message>
            <source>This visit is recorded already.</source>
            <translation>这次走访已经记录过了。</translation>
        </message>
        <message>
            <source>The same as row %1 of this file.</source>
            <translation>与本文件第%1行相同。</translation>
        </message>
        <message>
            <source>Kept as a note since an earlier import: no household fits yet.</source>
            <translation>以前导入时已留作备忘，还没有对应的住户。</translation>
        </message>
        <message>
            <source>Nobody of this name and no such door is in this grid.</source>
            <translation>本网格没有叫这个名字的人，也没有这个门牌。</translation>
        </message>
        <message>
            <source>The door is here, but nobody of this name is known there.</source>
            <translation>门牌对得上，但那里没有登记过叫这个名字的人。</translation>
        </message>
        <message>
            <source>Somebody of this name lives behind another door.</source>
            <translation>有叫这个名字的人，但住在别的门。</translation>
        </message>
        <message>
            <source>Several households fit.</source>
            <translation>有几户都对得上。</translation>
        </message>
        <message>
            <source>This household has another visit on that day, with other words.</source>
            <translation>这户当天还有一次内容不同的走访。</translation>
        </message>
        <message>
            <source>Found by the name alone: the row has no address.</source>
            <translation>仅按姓名找到：这一行没有地址。</translation>
        </message>
        <message>
            <source>Found by the address alone: the row has no name.</source>
            <translation>仅按地址找到：这一行没有姓名。</translation>
        </message>
    </context>
    <context>
        <name>qiaomen::LateModel</name>
        <message>
            <source>A draft, not saved</source>
            <translation>未保存的草稿</translation>
        </message>
        <message>
            <source>Deleted</source>
            <translation>已删除</translation>
        </message>
    </context>
    <context>
        <name>qiaomen::LooksModel</name>
        <message>
            <source>The whole grid as a workbook, numbers masked</source>
            <translation>整个网格导出为工作簿，号码已遮挡</translation>
        </message>
        <message>
            <source>Everything</source>
            <translation>全部</translation>
        </message>
        <message>
            <source>%1 to %2</source>
            <translation>%1 至 %2</translation>
        </message>
    </context>
    <context>
        <name>qiaomen::MapThings</name>
        <message>
            <source>Nobody registered</source>
            <translation>无人登记</translation>
        </message>
    </context>
    <context>
        <name>qiaomen::MoveForm</name>
        <message>
            <source>Choose who moves.</source>
            <translation>请选择变动人员。</translation>
        </message>
        <message>
            <source>Somebody has to stay. If all leave, write down that they moved out.</source>
            <translation>须有人留下。如果全部离开，请登记为迁出。</translation>
        </message>
        <message>
            <source>Choose the head of the new household among those who leave.</source>
            <translation>请在离开的人中选择新户的户主。</translation>
        </message>
        <message>
            <source>The head leaves: choose a head for those who stay.</source>
            <translation>户主离开：请为留下的人选择户主。</translation>
        </message>
        <message>
            <source>Say on which day it was.</source>
            <translation>请填写变动日期。</translation>
        </message>
        <message>
            <source>That day has not come yet. Write a move down when it has happened.</source>
            <translation>日期还没有到。请在变动发生后再登记。</translation>
        </message>
        <message>
            <source>A household cannot join itself.</source>
            <translation>不能并入本户。</translation>
        </message>
        <message>
            <source>Look for the household that they join, and choose it.</source>
            <translation>请查找并选择要并入的住户。</translation>
        </message>
        <message>
            <source>Look for the door where the new household lives, and choose it.</source>
            <translation>请查找并选择新户所住的房屋。</translation>
        </message>
        <message>
            <source>Write the name of who moves in.</source>
            <translation>请填写迁入人姓名。</translation>
        </message>
        <message numerus="yes">
            <source>The household will have %n member(s).</source>
            <translation>
                <numerusform>该户将有 %n 人。</numerusform>
            </translation>
        </message>
        <message>
            <source>The whole household leaves. Its history stays.</source>
            <translation>全户离开，历史保留。</translation>
        </message>
        <message numerus="yes">
            <source>%n member(s) will stay.</source>
            <translation>
                <numerusform>%n 人留下。</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>A new household of %n, the others stay.</source>
            <translation>
                <numerusform>%n 人另立一户，其余留下。</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n member(s) join, with what is open for them. This household closes; its visits stay in its history.</source>
            <translation>
                <numerusform>%n 人并入，未办结事项一并转入。本户关闭，走访记录保留在本户历史中。</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>qiaomen::MovePeople</name>
        <message numerus="yes">
            <source>%n year(s) old</source>
            <translation>
                <numerusform>%n 岁</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>qiaomen::NeedForm</name>
        <message>
            <source>Need: write what is needed, or remove this need.</source>
            <translation>需求：请写明需求内容，或移除此条。</translation>
        </message>
        <message>
            <source>Need: choose its kind.</source>
            <translation>需求：请选择类别。</translation>
        </message>
    </context>
    <context>
        <name>qiaomen::NoticeForm</name>
        <message>
            <source>Notice: choose the catalogue item first, so that the list is complete.</source>
            <translation>告知书：请先选择目录事项，清单才能完整。</translation>
        </message>
        <message>
            <source>Notice: every paper is there. Take the papers along instead.</source>
            <translation>告知书：材料已齐全，请直接收取材料。</translation>
        </message>
        <message>
            <source>Notice: the first notice did not name this, so it may not be asked for now: %1</source>
            <translation>告知书：首次告知未列此项，现在不得再要求：%1</translation>
        </message>
    </context>
    <context>
        <name>qiaomen::OrderStepForm</name>
        <message>
            <source>Agree on a day: the household waits for it.</source>
            <translation>请约定日期：住户在等答复。</translation>
        </message>
        <message>
            <source>This day has passed. Choose another one.</source>
            <translation>该日期已过，请另选一天。</translation>
        </message>
        <message>
            <source>Say why it cannot be done: the resident has a right to know.</source>
            <translation>请说明不能办理的原因：居民有权知道。</translation>
        </message>
        <message>
            <source>Say the other reason in your own words.</source>
            <translation>请用自己的话说明其他原因。</translation>
        </message>
        <message>
            <source>Tick what you take along: the household gets a receipt for it.</source>
            <translation>请勾选收取的材料：住户会得到收据。</translation>
        </message>
        <message>
            <source>Say who took it.</source>
            <translation>请填写由谁签收。</translation>
        </message>
        <message>
            <source>Saved: %1</source>
            <translation>已保存：%1</translation>
        </message>
        <message>
            <source>Promised: %1</source>
            <translation>承诺时限：%1</translation>
        </message>
    </context>
    <context>
        <name>qiaomen::ParallelsModel</name>
        <message>
            <source>%1: %2</source>
            <comment>field, its value</comment>
            <translation>%1：%2</translation>
        </message>
    </context>
    <context>
        <name>qiaomen::PhotoForms</name>
        <message>
            <source>This file could not be read as a picture. Choose another one.</source>
            <translation>这个文件无法作为图片读取，请另选一个。</translation>
        </message>
    </context>
    <context>
        <name>qiaomen::PlacesModel</name>
        <message>
            <source>Looking for where you are…</source>
            <translation>正在确定所在位置…</translation>
        </message>
        <message>
            <source>The position is not available here. The list stays in its order.</source>
            <translation>此处无法定位，列表保持原有顺序。</translation>
        </message>
    </context>
    <context>
        <name>qiaomen::PositionSource</name>
        <message numerus="yes">
            <source>Found within %n metre(s): good.</source>
            <translation>
                <numerusform>已定位，误差 %n 米以内：良好。</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Found within %n metre(s): the building is clear, the spot is not. Say the place in words too.</source>
            <translation>
                <numerusform>已定位，误差 %n 米以内：能确定楼栋，不能确定具体位置，请同时用文字说明地点。</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Only roughly, within %n metre(s): the place in words says more.</source>
            <translation>
                <numerusform>仅为大致位置，误差 %n 米：用文字说明地点更清楚。</numerusform>
            </translation>
        </message>
        <message>
            <source>Only roughly: the place in words says more.</source>
            <translation>仅为大致位置：用文字说明地点更清楚。</translation>
        </message>
        <message>
            <source>This device cannot tell a position now. The place in words is enough.</source>
            <translation>本设备现在无法定位，用文字说明地点即可。</translation>
        </message>
        <message>
            <source>Looking for the position. Indoors this can take long; it is not needed.</source>
            <translation>正在定位。室内可能较慢，位置并非必填。</translation>
        </message>
    </context>
    <context>
        <name>qiaomen::QuestionForm</name>
        <message>
            <source>Choose one of the answers offered.</source>
            <translation>请从给出的选项中选择。</translation>
        </message>
        <message>
            <source>Type a number, such as 12 or 12.5.</source>
            <translation>请填写数字，如 12 或 12.5。</translation>
        </message>
        <message>
            <source>At least %1.</source>
            <translation>不能小于 %1。</translation>
        </message>
        <message>
            <source>At most %1.</source>
            <translation>不能大于 %1。</translation>
        </message>
        <message>
            <source>There is no such day. Choose it from the calendar.</source>
            <translation>没有这一天，请从日历中选择。</translation>
        </message>
        <message>
            <source>The answer is too long: shorten it.</source>
            <translation>回答太长，请写短一些。</translation>
        </message>
    </context>
    <context>
        <name>qiaomen::ResidentForm</name>
        <message>
            <source>%1: %2</source>
            <comment>resident's name, what is wrong</comment>
            <translation>%1：%2</translation>
        </message>
    </context>
    <context>
        <name>qiaomen::Reveal</name>
        <message>
            <source>Say why you need to see it.</source>
            <translation>请说明查看事由。</translation>
        </message>
        <message>
            <source>Say the reason in your own words.</source>
            <translation>请用自己的话说明事由。</translation>
        </message>
    </context>
    <context>
        <name>qiaomen::Settings</name>
        <message>
            <source>The settings could not be kept: the storage of this device may be full.</source>
            <translation>设置未能保存：本设备存储空间可能已满。</translation>
        </message>
    </context>
    <context>
        <name>qiaomen::ShownHazard</name>
        <message>
            <source>To %1</source>
            <translation>致 %1</translation>
        </message>
        <message>
            <source>by %1</source>
            <translation>期限 %1</translation>
        </message>
        <message>
            <source>Taken back: recorded by mistake</source>
            <translation>已撤回：误录</translation>
        </message>
    </context>
    <context>
        <name>qiaomen::ShownOrder</name>
        <message>
            <source>Taken back by %1: recorded by mistake</source>
            <translation>由 %1 撤回：误录</translation>
        </message>
        <message>
            <source>Corrected by %1</source>
            <translation>由 %1 更正</translation>
        </message>
        <message>
            <source>Changes nothing: something else had been done meanwhile</source>
            <translation>不改变状态：其间已有其他进展</translation>
        </message>
        <message>
            <source>Agreed: %1</source>
            <translation>约定：%1</translation>
        </message>
        <message>
            <source>To %1</source>
            <translation>致 %1</translation>
        </message>
        <message>
            <source>Together with %1</source>
            <translation>同行 %1</translation>
        </message>
        <message numerus="yes">
            <source>%n paper(s) given back</source>
            <translation>
                <numerusform>已归还 %n 份材料</numerusform>
            </translation>
        </message>
        <message>
            <source>Noted: nobody asks again</source>
            <translation>已记下：不再邀请</translation>
        </message>
    </context>
    <context>
        <name>qiaomen::ShownPhotos</name>
        <message>
            <source>The network is switched off here. The photo comes when it is on again.</source>
            <translation>这里的网络已关闭。重新打开后照片就会取来。</translation>
        </message>
    </context>
    <context>
        <name>qiaomen::ShownRecord</name>
        <message>
            <source>Taken back. It was sent already, so the history says so.</source>
            <translation>已撤回。因已发出，记录中会注明。</translation>
        </message>
        <message>
            <source>Taken back.</source>
            <translation>已撤回。</translation>
        </message>
    </context>
    <context>
        <name>qiaomen::ShownSlip</name>
        <message>
            <source>Saved: %1</source>
            <translation>已保存：%1</translation>
        </message>
        <message>
            <source>No program here shows such files. It is saved in %1</source>
            <translation>本机没有可打开此类文件的程序。文件保存在 %1</translation>
        </message>
        <message>
            <source>Handed to the printer %1.</source>
            <translation>已交给打印机 %1。</translation>
        </message>
        <message>
            <source>The printer %1 does not take it (%2). Save it, and print it elsewhere.</source>
            <translation>打印机 %1 未接收（%2）。请保存后到别处打印。</translation>
        </message>
        <message>
            <source>No program here shows folders. It is saved in %1</source>
            <translation>本机没有可打开文件夹的程序。文件保存在 %1</translation>
        </message>
    </context>
    <context>
        <name>qiaomen::SketchMapModel</name>
        <message>
            <source>The boundary of this grid cannot be drawn: %1. The office can put it right.</source>
            <translation>本网格的边界无法绘制：%1。请社区办公室更正。</translation>
        </message>
        <message numerus="yes">
            <source>%1 and %n more</source>
            <translation>
                <numerusform>%1 等另 %n 项</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>qiaomen::SyncController</name>
        <message numerus="yes">
            <source>The network is switched off here: %n record(s) wait on this device.</source>
            <translation>
                <numerusform>应用内网络已关闭：%n 条记录留在本机等待。</numerusform>
            </translation>
        </message>
        <message>
            <source>The network is switched off here.</source>
            <translation>应用内网络已关闭。</translation>
        </message>
        <message numerus="yes">
            <source>%n record(s) wait on this device.</source>
            <translation>
                <numerusform>%n 条记录留在本机等待。</numerusform>
            </translation>
        </message>
        <message>
            <source>Not connected yet.</source>
            <translation>尚未连接。</translation>
        </message>
        <message>
            <source>Exchanging records with the centre…</source>
            <translation>正在与中心同步…</translation>
        </message>
        <message>
            <source>Up to date: the centre has confirmed everything.</source>
            <translation>已是最新：中心已全部确认。</translation>
        </message>
        <message numerus="yes">
            <source>No network: %n record(s) wait on this device and go out by themselves.</source>
            <translation>
                <numerusform>没有网络：%n 条记录留在本机，联网后自动发送。</numerusform>
            </translation>
        </message>
        <message>
            <source>No network. Everything recorded here is confirmed by the centre.</source>
            <translation>没有网络。本机记录均已由中心确认。</translation>
        </message>
        <message numerus="yes">
            <source>The centre refused %n record(s). They are kept here: look at them.</source>
            <translation>
                <numerusform>中心未接受 %n 条记录，已保留在本机，请查看。</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>qiaomen::TakeOut</name>
        <message numerus="yes">
            <source>%n row(s) on %1 sheets</source>
            <translation>
                <numerusform>%1 张工作表共 %n 行</numerusform>
            </translation>
        </message>
        <message>
            <source>%1 records</source>
            <translation>%1数据</translation>
        </message>
        <message>
            <source>This folder is not there any more: %1. Choose another one.</source>
            <translation>这个文件夹已经不在了：%1。请另选一个。</translation>
        </message>
        <message>
            <source>There is not enough room for the workbook in this folder. Nothing was left behind: make room, or choose another folder.</source>
            <translation>这个文件夹空间不足，放不下工作簿。没有留下任何文件：请腾出空间，或另选文件夹。</translation>
        </message>
        <message>
            <source>This folder is not there any more, or nothing may be written in it. Choose another one.</source>
            <translation>这个文件夹已经不在了，或者不允许写入。请另选一个。</translation>
        </message>
        <message>
            <source>The workbook could not be written (%1). Nothing was left behind.</source>
            <translation>工作簿没有写成（%1）。没有留下任何文件。</translation>
        </message>
        <message>
            <source>Saved: %1</source>
            <translation>已保存：%1</translation>
        </message>
        <message>
            <source>No program here shows such files. It is saved in %1</source>
            <translation>这台设备上没有能打开这种文件的程序。文件已存到%1</translation>
        </message>
        <message>
            <source>No program here shows folders. It is saved in %1</source>
            <translation>这台设备上没有能打开文件夹的程序。文件已存到%1</translation>
        </message>
    </context>
    <context>
        <name>qiaomen::TimelineModel</name>
        <message>
            <source>Unchanged: %1</source>
            <translation>无变化：%1</translation>
        </message>
        <message>
            <source>Need: %1</source>
            <translation>需求：%1</translation>
        </message>
        <message>
            <source>Hazard: %1</source>
            <translation>隐患：%1</translation>
        </message>
        <message>
            <source>Taken back by %1: recorded by mistake</source>
            <translation>由%1撤回：误录</translation>
        </message>
        <message>
            <source>Corrected by %1</source>
            <translation>由%1更正</translation>
        </message>
        <message>
            <source>Became a household of its own</source>
            <translation>另立为一户</translation>
        </message>
        <message>
            <source>Joined another household</source>
            <translation>并入另一户</translation>
        </message>
        <message>
            <source>%1 %2</source>
            <comment>a question, its answer</comment>
            <translatorcomment>The same in both languages</translatorcomment>
            <translation>%1 %2</translation>
        </message>
    </context>
    <context>
        <name>qiaomen::TodayModel</name>
        <message>
            <source>There is nothing due behind this door any more.</source>
            <translation>这一户已没有要办的事。</translation>
        </message>
        <message>
            <source>Choose a day after today.</source>
            <translation>请选今天以后的日期。</translation>
        </message>
        <message numerus="yes">
            <source>Nothing is put off for more than %n day(s): choose an earlier day.</source>
            <translation>
                <numerusform>最多推迟 %n 天，请选早一些的日期。</numerusform>
            </translation>
        </message>
        <message>
            <source>Say why it is put off: whoever stands in for you will ask.</source>
            <translation>请说明推迟原因，替班的同事要看。</translation>
        </message>
        <message>
            <source>A major hazard cannot be put off: report it now.</source>
            <translation>重大隐患不能推迟，请马上上报。</translation>
        </message>
        <message>
            <source>Say why this household is visited again so soon.</source>
            <translation>请说明为什么又要到这一户。</translation>
        </message>
        <message>
            <source>Also due behind this door: %1</source>
            <translation>这一户还有：%1</translation>
        </message>
        <message>
            <source>d MMM</source>
            <comment>date format, this year</comment>
            <translation>M月d日</translation>
        </message>
        <message>
            <source>d MMM yyyy</source>
            <comment>date format, with year</comment>
            <translation>yyyy年M月d日</translation>
        </message>
        <message>
            <source>%1: %2</source>
            <comment>what is due, of what</comment>
            <translation>%1：%2</translation>
        </message>
        <message>
            <source>%1 turns %2</source>
            <translation>%1，%2 岁</translation>
        </message>
        <message>
            <source>Found %1. Keep people away and report it upward within the hour.</source>
            <translation>%1发现。疏散周围人员，一小时内上报。</translation>
        </message>
        <message>
            <source>Found %1, to be put right by %2.</source>
            <translation>%1发现，应于%2前整改。</translation>
        </message>
        <message>
            <source>Heard %1, to be looked after by %2.</source>
            <translation>%1听到，应于%2前回访。</translation>
        </message>
        <message>
            <source>Agreed for %1.</source>
            <translation>约定于%1。</translation>
        </message>
        <message>
            <source>Asked on %1 to come later; no day was agreed.</source>
            <translation>%1请改日再来，没有约定日期。</translation>
        </message>
        <message>
            <source>Moved in %1, not met yet.</source>
            <translation>%1入住，还未见面。</translation>
        </message>
        <message>
            <source>Birthday on %1.</source>
            <translation>%1生日。</translation>
        </message>
        <message>
            <source>Has no contact card yet; the newest is %1.</source>
            <translation>还没有联系卡；最新版是 %1。</translation>
        </message>
        <message>
            <source>Holds card %1; the newest is %2.</source>
            <translation>持有 %1 版联系卡；最新版是 %2。</translation>
        </message>
        <message numerus="yes">
            <source>Every %n day(s); last met %1.</source>
            <translation>
                <numerusform>每 %n 天一次；上次见面 %1。</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Every %n day(s); never met.</source>
            <translation>
                <numerusform>每 %n 天一次；还未见过面。</numerusform>
            </translation>
        </message>
        <message>
            <source>Once a quarter; last met %1.</source>
            <translation>每季度一次；上次见面 %1。</translation>
        </message>
        <message>
            <source>Once a quarter; never met.</source>
            <translation>每季度一次；还未见过面。</translation>
        </message>
        <message>
            <source>%1 %2</source>
            <comment>day, time</comment>
            <translatorcomment>The same in both languages</translatorcomment>
            <translation>%1 %2</translation>
        </message>
        <message>
            <source>Quiet hours: from %1</source>
            <translation>勿扰时段：%1 起可上门</translation>
        </message>
        <message>
            <source>Nobody was home: try again from %1</source>
            <translation>刚才没人：%1 后再试</translation>
        </message>
        <message>
            <source>Visited twice this week: from %1</source>
            <translation>本周已上门两次：%1 起可上门</translation>
        </message>
        <message>
            <source>Did not wish a visit: from %1</source>
            <translation>谢绝过走访：%1 起可上门</translation>
        </message>
        <message>
            <source>Put off until %1: %2</source>
            <translation>推迟到 %1：%2</translation>
        </message>
        <message>
            <source>Does not wish to be asked</source>
            <translation>不愿被询问</translation>
        </message>
        <message numerus="yes">
            <source>Tried %n time(s): telephone, or leave a card.</source>
            <translation>
                <numerusform>已上门 %n 次未遇：改打电话，或留下联系卡。</numerusform>
            </translation>
        </message>
        <message>
            <source>try late in the afternoon</source>
            <translation>傍晚再试</translation>
        </message>
        <message>
            <source>try the afternoon</source>
            <translation>下午再试</translation>
        </message>
        <message>
            <source>try the morning</source>
            <translation>上午再试</translation>
        </message>
        <message numerus="yes">
            <source>Tried %n time(s): %1.</source>
            <translation>
                <numerusform>已上门 %n 次未遇：%1。</numerusform>
            </translation>
        </message>
        <message>
            <source>%1 (%2)</source>
            <comment>what is due, why not now</comment>
            <translation>%1（%2）</translation>
        </message>
        <message>
            <source>%1: %2</source>
            <comment>what is to be done, of which order</comment>
            <translation>%1：%2</translation>
        </message>
        <message>
            <source>Asked %1; expected on %2 from %3.</source>
            <translation>%1 提出，约定 %2 %3 起上门。</translation>
        </message>
        <message>
            <source>Asked %1, to be done by %2.</source>
            <translation>%1 提出，应于 %2 前办理。</translation>
        </message>
        <message>
            <source>Expected from %1</source>
            <translation>约定 %1 起上门</translation>
        </message>
        <message numerus="yes">
            <source>%n question(s) to ask by %1.</source>
            <translation>
                <numerusform>有 %n 个问题要在 %1 前问到。</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>qiaomen::VisitForm</name>
        <message>
            <source>Choose what came of the visit.</source>
            <translation>请选择走访结果。</translation>
        </message>
        <message>
            <source>Choose how you visited: at the door, by phone, or met outside.</source>
            <translation>请选择走访方式：上门、电话或户外遇见。</translation>
        </message>
        <message>
            <source>Only somebody you met can confirm: choose “Met”, or take the confirmation away.</source>
            <translation>见到人才能确认无变化：请选择“见到”，或取消确认。</translation>
        </message>
        <message>
            <source>You noted whom you met: choose “Met”, or clear the names.</source>
            <translation>已填写受访人：请选择“见到”，或清空姓名。</translation>
        </message>
        <message>
            <source>The visit lies in the future: correct its time.</source>
            <translation>走访时间在将来：请更正。</translation>
        </message>
        <message>
            <source>The next visit lies before this one: choose a later day.</source>
            <translation>下次走访早于本次：请选择更晚的日期。</translation>
        </message>
        <message>
            <source>Visit saved</source>
            <translation>走访已保存</translation>
        </message>
        <message numerus="yes">
            <source>%n resident(s) changed</source>
            <translation>
                <numerusform>更新 %n 位居民</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n need(s)</source>
            <translation>
                <numerusform>%n 条需求</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n hazard(s)</source>
            <translation>
                <numerusform>%n 处隐患</numerusform>
            </translation>
        </message>
        <message>
            <source>, </source>
            <comment>between the parts of a list</comment>
            <translation>，</translation>
        </message>
        <message>
            <source>Only somebody you met can answer: choose “Met”, or take the answers away.</source>
            <translation>见到人才能回答问题：请选“见到”，或取消已填的回答。</translation>
        </message>
        <message numerus="yes">
            <source>%n answer(s)</source>
            <translation>
                <numerusform>%n 条回答</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>qiaomen::Vocabulary</name>
        <message>
            <source>%1 must not be empty.</source>
            <translation>%1不能为空。</translation>
        </message>
        <message>
            <source>yes</source>
            <translation>是</translation>
        </message>
        <message>
            <source>no</source>
            <translation>否</translation>
        </message>
        <message>
            <source>%1: this is not a telephone number. Type it again.</source>
            <translation>%1：不是有效的电话号码，请重新输入。</translation>
        </message>
        <message>
            <source>%1 is too long: shorten it.</source>
            <translation>%1太长，请缩短。</translation>
        </message>
        <message>
            <source>%1: %2</source>
            <translation>%1：%2</translation>
        </message>
        <message>
            <source>%1: choose one of the answers offered.</source>
            <translation>%1：请从给出的选项中选择。</translation>
        </message>
        <message>
            <source>%1: there is no such day. Choose it from the calendar.</source>
            <translation>%1：没有这一天，请从日历中选择。</translation>
        </message>
        <message>
            <source>%1: the number must lie between %2 and %3.</source>
            <translation>%1：数值须在 %2 与 %3 之间。</translation>
        </message>
        <message>
            <source>%1 cannot be saved like this: %2</source>
            <translation>%1不能这样保存：%2</translation>
        </message>
        <message>
            <source>The storage of this device is full. Nothing was lost: remove photos or apps, then save again.</source>
            <translation>本设备存储空间已满。没有丢失任何内容：请删除照片或应用后再保存。</translation>
        </message>
        <message>
            <source>The data on this device cannot be read or written (%1). Do not delete anything; tell the administrator. What the centre has confirmed is safe.</source>
            <translation>本设备上的数据无法读写（%1）。请不要删除任何东西，并告知管理员。中心已确认的记录是安全的。</translation>
        </message>
        <message>
            <source>There is no connection to the centre. It will be tried again by itself.</source>
            <translation>连不上中心，将自动重试。</translation>
        </message>
        <message>
            <source>The centre does not accept this device: %1. Your records stay here; tell the administrator.</source>
            <translation>中心不接受本设备：%1。记录保留在本机，请告知管理员。</translation>
        </message>
        <message>
            <source>This app and the centre are of different versions: update the app. Your records stay here.</source>
            <translation>应用与中心版本不一致：请更新应用。记录保留在本机。</translation>
        </message>
        <message>
            <source>This record is not on this device any more (%1).</source>
            <translation>该记录已不在本设备上（%1）。</translation>
        </message>
        <message>
            <source>This cannot be saved: %1</source>
            <translation>不能保存：%1</translation>
        </message>
    </context>
    <context>
        <name>qiaomen::WorkCalendar</name>
        <message>
            <source>ddd d MMM</source>
            <comment>date format, a day of a period</comment>
            <translation>M月d日ddd</translation>
        </message>
        <message>
            <source>d MMM</source>
            <comment>date format, this year</comment>
            <translation>M月d日</translation>
        </message>
        <message>
            <source>%1 to %2</source>
            <comment>from one day to another</comment>
            <translation>%1至%2</translation>
        </message>
        <message>
            <source>Provisional: the holiday notice for %1 is not out yet.</source>
            <translation>暂定：%1 年放假通知尚未公布。</translation>
        </message>
        <message>
            <source>A weekend day on which people work.</source>
            <translation>调休上班日。</translation>
        </message>
        <message>
            <source>Weekend. The next working day is %1.</source>
            <translation>周末；下一个工作日是%1。</translation>
        </message>
        <message>
            <source>Holiday: %1. The next working day is %2.</source>
            <translation>%1放假；下一个工作日是%2。</translation>
        </message>
        <message>
            <source>%1 %2</source>
            <comment>from when to when, which holiday</comment>
            <translation>%1%2放假</translation>
        </message>
        <message>
            <source>%1 is worked</source>
            <translation>%1上班</translation>
        </message>
        <message>
            <source>Begun %1</source>
            <translation>%1起（当日不计）</translation>
        </message>
        <message numerus="yes">
            <source>%n working day(s)</source>
            <translation>
                <numerusform>%n 个工作日</numerusform>
            </translation>
        </message>
        <message>
            <source>due %1</source>
            <translation>%1到期</translation>
        </message>
    </context>
    <context>
        <name>qiaomen::Workspace</name>
        <message>
            <source>This household is not on this device.</source>
            <translation>该户不在本设备上。</translation>
        </message>
        <message>
            <source>This is not on this device any more.</source>
            <translation>本机上已没有这条记录。</translation>
        </message>
        <message>
            <source>This visit was taken back before.</source>
            <translation>这次走访已经撤回过了。</translation>
        </message>
        <message>
            <source>Visit taken back. It was sent already, so the history says so.</source>
            <translation>走访已撤回。因已发出，经过中会注明。</translation>
        </message>
        <message>
            <source>Visit taken back. What you typed is a draft again.</source>
            <translation>走访已撤回，填写的内容已存为草稿。</translation>
        </message>
        <message>
            <source>Visit taken back.</source>
            <translation>走访已撤回。</translation>
        </message>
        <message>
            <source>%1 is on this phone now.</source>
            <translation>“%1”已下发到本机。</translation>
        </message>
        <message>
            <source>%1 belongs to others now, and was removed from this phone.</source>
            <translation>“%1”已归他人负责，并已从本机移除。</translation>
        </message>
        <message numerus="yes">
            <source>%n record(s) of yours came late: whoever holds the grid now decides about them.</source>
            <translation>
                <numerusform>您有 %n 条迟到的记录，由现在负责该网格的人裁定。</numerusform>
            </translation>
        </message>
        <message>
            <source>Saved: not home, card left</source>
            <translation>已保存：未遇，已留联系卡</translation>
        </message>
        <message>
            <source>Saved: not home</source>
            <translation>已保存：未遇</translation>
        </message>
        <message>
            <source>This move was taken back before.</source>
            <translation>这次变动此前已经撤回。</translation>
        </message>
        <message>
            <source>Move taken back. It was sent already, so the history says so.</source>
            <translation>变动已撤回。因已上传，历史中会注明。</translation>
        </message>
        <message>
            <source>Move taken back.</source>
            <translation>变动已撤回。</translation>
        </message>
        <message>
            <source>Taken back.</source>
            <translation>已撤回。</translation>
        </message>
        <message>
            <source>Practice: no proof of anything</source>
            <translation>练习 不作凭证</translation>
        </message>
    </context>
    <context>
        <name>CarrierPage</name>
        <message>
            <source>Sync by hand</source>
            <translation>手动同步</translation>
        </message>
        <message numerus="yes">
            <source>%n record(s) only on this phone</source>
            <translation>
                <numerusform>%n 条记录仅在本机</numerusform>
            </translation>
        </message>
        <message>
            <source>Nothing waits on this phone</source>
            <translation>本机没有待送的记录</translation>
        </message>
        <message>
            <source>Since %1. Where there is no network, a stick takes them to the centre.</source>
            <translation>自%1起。没有网络的地方，可用U盘带到中心。</translation>
        </message>
        <message>
            <source>A stick still brings what others wrote, where there is no network.</source>
            <translation>没有网络的地方，仍可用U盘带回他人写的内容。</translation>
        </message>
        <message>
            <source>Choose a stick or a folder</source>
            <translation>选择U盘或文件夹</translation>
        </message>
        <message>
            <source>Files on it are sealed: whoever finds it reads nothing.</source>
            <translation>文件已密封：捡到的人什么也读不到。</translation>
        </message>
        <message>
            <source>Stick or folder</source>
            <translation>U盘或文件夹</translation>
        </message>
        <message>
            <source>Look again</source>
            <translation>再查一次</translation>
        </message>
        <message numerus="yes">
            <source>Write %n record(s) onto it</source>
            <translation>
                <numerusform>写入 %n 条记录</numerusform>
            </translation>
        </message>
        <message>
            <source>Write a question onto it</source>
            <translation>写入一份问询</translation>
        </message>
        <message numerus="yes">
            <source>Take in %n answer(s)</source>
            <translation>
                <numerusform>读入 %n 份答复</numerusform>
            </translation>
        </message>
        <message>
            <source>No answer on it yet</source>
            <translation>还没有答复</translation>
        </message>
        <message numerus="yes">
            <source>Hand in %n question(s) of others</source>
            <translation>
                <numerusform>替别人送交 %n 份问询</numerusform>
            </translation>
        </message>
        <message>
            <source>This needs a network. What is in them stays sealed for you.</source>
            <translation>需要网络。里面的内容对您是密封的。</translation>
        </message>
        <message>
            <source>The network is switched off here: switch it on to hand them in.</source>
            <translation>应用内网络已关闭：打开后才能送交。</translation>
        </message>
        <message numerus="yes">
            <source>Remove %n file(s) that are done with</source>
            <translation>
                <numerusform>移除 %n 个用完的文件</numerusform>
            </translation>
        </message>
        <message>
            <source>On its way</source>
            <translation>在途</translation>
        </message>
        <message numerus="yes">
            <source>%n record(s), no answer yet</source>
            <translation>
                <numerusform>%n 条记录，尚无答复</numerusform>
            </translation>
        </message>
        <message>
            <source>A question, no answer yet</source>
            <translation>一份问询，尚无答复</translation>
        </message>
        <message>
            <source>written %1</source>
            <translation>写于%1</translation>
        </message>
        <message>
            <source>Got lost</source>
            <translation>丢失了</translation>
        </message>
        <message>
            <source>This question got lost: %1</source>
            <translation>这份问询丢失了：%1</translation>
        </message>
        <message>
            <source>How it goes</source>
            <translation>怎么做</translation>
        </message>
        <message>
            <source>Write the question</source>
            <translation>写问询</translation>
        </message>
        <message>
            <source>Everything that is unsent goes onto the stick, sealed for the centre.</source>
            <translation>所有待送的记录写入U盘，为中心密封。</translation>
        </message>
        <message>
            <source>Somebody takes it there</source>
            <translation>有人带去</translation>
        </message>
        <message>
            <source>To the centre, or to a colleague whose phone or desk has a network.</source>
            <translation>带到中心，或交给手机、电脑有网络的同事。</translation>
        </message>
        <message>
            <source>Take the answer in</source>
            <translation>读入答复</translation>
        </message>
        <message>
            <source>Then your records are safe, and you have what others wrote. Photos wait for a network.</source>
            <translation>之后您的记录就安全了，他人写的也到了本机。照片要等有网络。</translation>
        </message>
        <message>
            <source>Which stick or folder</source>
            <translation>选择U盘或文件夹</translation>
        </message>
        <message>
            <source>Did it get lost?</source>
            <translation>它丢失了吗？</translation>
        </message>
        <message>
            <source>It is no longer waited for. Nothing of yours is lost: the next question brings everything again.</source>
            <translation>不再等它的答复。您的记录一条没丢：下一份问询会全部再带上。</translation>
        </message>
        <message>
            <source>It got lost</source>
            <translation>确实丢失了</translation>
        </message>
    </context>
    <context>
        <name>DiagnosticsPage</name>
        <message>
            <source>Diagnostics</source>
            <translation>诊断</translation>
        </message>
        <message>
            <source>No faults are known.</source>
            <translation>没有已知故障。</translation>
        </message>
        <message>
            <source>Last receipt</source>
            <translation>最近回执</translation>
        </message>
        <message>
            <source>Are all data whole?</source>
            <translation>数据都完好吗？</translation>
        </message>
        <message>
            <source>Looks at every page and every record. You can go on working meanwhile.</source>
            <translation>逐页逐条检查，期间可以照常工作。</translation>
        </message>
        <message>
            <source>Looking…</source>
            <translation>正在检查……</translation>
        </message>
        <message>
            <source>Look through everything</source>
            <translation>全部检查一遍</translation>
        </message>
        <message>
            <source>Report for whoever helps</source>
            <translation>给协助人员的报告</translation>
        </message>
        <message>
            <source>Versions, numbers and times as a text file. No names, numbers or addresses of people are in it.</source>
            <translation>包含版本、数量和时间的文本文件，不含任何人的姓名、号码和住址。</translation>
        </message>
        <message>
            <source>Saved: %1</source>
            <translation>已保存：%1</translation>
        </message>
        <message>
            <source>Save the report</source>
            <translation>保存报告</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>打开</translation>
        </message>
        <message>
            <source>Where the report is saved</source>
            <translation>报告保存到哪里</translation>
        </message>
    </context>
    <context>
        <name>PracticeBand</name>
        <message>
            <source>Practice: nothing here is real</source>
            <translation>练习：这里都不是真的</translation>
        </message>
        <message>
            <source>Practice: all people are invented, and nothing you do here leaves this phone or counts</source>
            <translation>练习：人物全部虚构，在这里做的一切不会离开本机，也不计数</translation>
        </message>
        <message>
            <source>Leave practice</source>
            <translation>退出练习</translation>
        </message>
    </context>
    <context>
        <name>PracticePage</name>
        <message>
            <source>Practice</source>
            <translation>练习</translation>
        </message>
        <message>
            <source>All tried. You know the way.</source>
            <translation>都试过了，您已经会用了。</translation>
        </message>
        <message>
            <source>%1 of %2 tried</source>
            <translation>已试 %1 项，共 %2 项</translation>
        </message>
        <message>
            <source>Everything works as with a real grid. The ticks come by themselves, in any order; try whatever else you like.</source>
            <translation>一切和真实网格一样。做完会自动打勾，先后不限；别的也可以随便试。</translation>
        </message>
        <message>
            <source>Begin anew</source>
            <translation>重新开始</translation>
        </message>
        <message>
            <source>Everything you did in practice goes, and the invented grid is as at first.</source>
            <translation>练习中做过的全部清除，虚构网格恢复原样。</translation>
        </message>
        <message>
            <source>Leave practice</source>
            <translation>退出练习</translation>
        </message>
    </context>
    <context>
        <name>StoragePage</name>
        <message>
            <source>Storage</source>
            <translation>存储</translation>
        </message>
        <message>
            <source>%1 taken by this app</source>
            <translation>本应用占用 %1</translation>
        </message>
        <message>
            <source>%1 of %2 are free on this device</source>
            <translation>本设备 %2 中剩余 %1</translation>
        </message>
        <message numerus="yes">
            <source>Remove %n photo(s) that are at the centre</source>
            <translation>
                <numerusform>移除中心已有的 %n 张照片</numerusform>
            </translation>
        </message>
        <message>
            <source>No photo may go at the moment</source>
            <translation>没有可以移除的照片</translation>
        </message>
        <message>
            <source>Records, drafts and whatever is only on this phone never go this way.</source>
            <translation>记录、草稿和仅在本机的内容不会这样被移除。</translation>
        </message>
        <message>
            <source>Make %1 of room?</source>
            <translation>腾出 %1 空间？</translation>
        </message>
        <message>
            <source>The centre has these photos, by its receipts. Small pictures stay; a tap on one fetches the photo when there is a network.</source>
            <translation>凭回执可知中心已有这些照片。小图保留；有网络时点一下即可取回原图。</translation>
        </message>
        <message>
            <source>Remove them here</source>
            <translation>从本机移除</translation>
        </message>
    </context>
    <context>
        <name>TaskRow</name>
        <message>
            <source>done</source>
            <translation>已完成</translation>
        </message>
    </context>
    <context>
        <name>qiaomen::CarrierController</name>
        <message>
            <source>Looking through the folder…</source>
            <translation>正在查看文件夹……</translation>
        </message>
        <message>
            <source>Writing the question…</source>
            <translation>正在写问询文件……</translation>
        </message>
        <message numerus="yes">
            <source>%n record(s) are in %1.</source>
            <translation>
                <numerusform>%n 条记录已写入 %1。</numerusform>
            </translation>
        </message>
        <message>
            <source>%1 asks what others wrote; nothing of this device is unsent.</source>
            <translation>%1 只询问他人写了什么；本机没有待送的记录。</translation>
        </message>
        <message>
            <source>Take it to the centre, or to somebody who has a network, and bring back the answer.</source>
            <translation>请带到中心，或交给有网络的同事，再把答复带回来。</translation>
        </message>
        <message>
            <source>Taking in what came back…</source>
            <translation>正在读入带回的答复……</translation>
        </message>
        <message numerus="yes">
            <source>%n answer(s) had been taken in before; nothing was left to do.</source>
            <translation>
                <numerusform>%n 份答复之前已读入，没有要做的了。</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n answer(s) are for others and were left where they are.</source>
            <translation>
                <numerusform>%n 份答复是给别人的，已原样留在那里。</numerusform>
            </translation>
        </message>
        <message>
            <source>Handing in at the centre…</source>
            <translation>正在送交中心……</translation>
        </message>
        <message numerus="yes">
            <source>%n question(s) were handed in. The answers lie beside them: bring the stick back to whoever asked.</source>
            <translation>
                <numerusform>已送交 %n 份问询，答复放在旁边：请把U盘带回给提问的人。</numerusform>
            </translation>
        </message>
        <message>
            <source>Removing what is done with…</source>
            <translation>正在移除用完的文件……</translation>
        </message>
        <message>
            <source>There is no room left on the stick. Nothing of yours is lost: make room there, or take another.</source>
            <translation>U盘已没有空间。您的记录一条没丢：请在U盘上腾出空间，或换一个。</translation>
        </message>
        <message>
            <source>The stick or folder is not there any more. Nothing of yours is lost: put it in again, or choose another.</source>
            <translation>U盘或文件夹不在了。您的记录一条没丢：请重新插上，或另选一个。</translation>
        </message>
        <message>
            <source>The stick or folder cannot be read or written (%1). Nothing of yours is lost: try again, or take another.</source>
            <translation>U盘或文件夹无法读写（%1）。您的记录一条没丢：请再试一次，或换一个。</translation>
        </message>
        <message>
            <source>%1 is no file of a sync by hand.</source>
            <translation>%1 不是手动同步的文件。</translation>
        </message>
        <message>
            <source>%1 is a question: the centre has to see it first.</source>
            <translation>%1 是问询文件，要先送到中心。</translation>
        </message>
        <message>
            <source>%1 was made by another version: update the app here, or the program at the centre.</source>
            <translation>%1 是别的版本生成的：请更新本机应用，或更新中心的程序。</translation>
        </message>
        <message>
            <source>%1 is for another device, or was damaged on the way. If it is yours, have it copied anew.</source>
            <translation>%1 是给另一台设备的，或在途中损坏了。如果是您的，请重新拷贝一份。</translation>
        </message>
        <message>
            <source>%1 comes from another centre than this device's.</source>
            <translation>%1 来自别的中心，不是本设备所属的中心。</translation>
        </message>
        <message>
            <source>%1 cannot be understood. Write a new question, and tell the administrator.</source>
            <translation>%1 无法识别。请重新写一份问询，并告知管理员。</translation>
        </message>
        <message>
            <source>%1 is too old: it answers a question that this device does not know any more. Write a new question; it says everything again.</source>
            <translation>%1 太旧了：本设备已不记得它回答的问询。请重新写一份问询，内容会全部带上。</translation>
        </message>
        <message>
            <source>There is no connection to the centre now. The questions stay on the stick: try again later.</source>
            <translation>现在连不上中心。问询文件仍在U盘上，请稍后再试。</translation>
        </message>
        <message>
            <source>The centre could not take %1 in just now. It stays on the stick: try again later.</source>
            <translation>中心暂时未能接收 %1。文件仍在U盘上，请稍后再试。</translation>
        </message>
        <message>
            <source>The centre does not take %1: it was damaged on the way, or is for another centre. Have a new question written.</source>
            <translation>中心不接收 %1：它在途中损坏，或属于别的中心。请对方重新写一份问询。</translation>
        </message>
        <message numerus="yes">
            <source>%n record(s) of this device are safe now.</source>
            <translation>
                <numerusform>本机 %n 条记录现在已安全。</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>The centre refused %n record(s). They are kept here: look at them.</source>
            <translation>
                <numerusform>中心未接收 %n 条记录。它们仍保留在本机，请查看。</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n record(s) of others arrived.</source>
            <translation>
                <numerusform>收到他人的 %n 条记录。</numerusform>
            </translation>
        </message>
        <message>
            <source>This device had heard later things already: nothing of the answer was needed.</source>
            <translation>本机已有更新的内容，这份答复用不上了。</translation>
        </message>
        <message>
            <source>The answer brought nothing new.</source>
            <translation>这份答复没有带来新内容。</translation>
        </message>
        <message>
            <source>There is more to bring: another trip is worth it.</source>
            <translation>还有内容要带，值得再跑一趟。</translation>
        </message>
    </context>
    <context>
        <name>qiaomen::Diagnostics</name>
        <message>
            <source>Version</source>
            <translation>版本</translation>
        </message>
        <message>
            <source>Device</source>
            <translation>设备</translation>
        </message>
        <message>
            <source>System</source>
            <translation>系统</translation>
        </message>
        <message>
            <source>Grids on it</source>
            <translation>本机网格</translation>
        </message>
        <message>
            <source>Sync</source>
            <translation>同步</translation>
        </message>
        <message>
            <source>Safe</source>
            <translation>已安全</translation>
        </message>
        <message>
            <source>Only here</source>
            <translation>仅在本机</translation>
        </message>
        <message>
            <source>Not accepted</source>
            <translation>未被接收</translation>
        </message>
        <message numerus="yes">
            <source>Everything is whole: %n record(s) were looked at.</source>
            <translation>
                <numerusform>数据完好：已检查 %n 条记录。</numerusform>
            </translation>
        </message>
        <message>
            <source>Something is damaged. Do not delete anything: sync if you can, and give the report to the administrator. What the centre has confirmed is safe.</source>
            <translation>有数据损坏。请不要删除任何东西：能同步就先同步，并把报告交给管理员。中心已确认的记录是安全的。</translation>
        </message>
        <message>
            <source>The report could not be written there: choose another folder.</source>
            <translation>报告无法写到那里：请另选一个文件夹。</translation>
        </message>
        <message>
            <source>Saved: %1</source>
            <translation>已保存：%1</translation>
        </message>
        <message>
            <source>No program here shows such files. It is saved in %1</source>
            <translation>本机没有可打开此类文件的程序。文件保存在 %1</translation>
        </message>
    </context>
    <context>
        <name>qiaomen::PracticeRoom</name>
        <message>
            <source>Newcomer</source>
            <translation>新同事</translation>
        </message>
    </context>
    <context>
        <name>qiaomen::PracticeTasks</name>
        <message>
            <source>Find a person by two characters</source>
            <translation>用两个字找到一个人</translation>
        </message>
        <message>
            <source>Under Search, type 桂芳, and open whom you find.</source>
            <translation>在“搜索”里输入“桂芳”，打开找到的人。</translation>
        </message>
        <message>
            <source>Record a routine visit</source>
            <translation>记录一次日常走访</translation>
        </message>
        <message>
            <source>Open somebody's household, then Visit: met, all unchanged, save.</source>
            <translation>打开一户，点“走访”：见到，都没变，保存。</translation>
        </message>
        <message>
            <source>Write down a hazard</source>
            <translation>登记一处隐患</translation>
        </message>
        <message>
            <source>On a visit or from a household: what, how bad, where.</source>
            <translation>走访时或在户页上：是什么、多严重、在哪里。</translation>
        </message>
        <message>
            <source>Settle a conflict</source>
            <translation>处理一个冲突</translation>
        </message>
        <message>
            <source>贺建军 in 1-102: two people wrote one note. Choose which one stands.</source>
            <translation>1单元102室贺建军：两个人写了同一条备注，选哪条算数。</translation>
        </message>
        <message>
            <source>Agree on a time for a door order</source>
            <translation>给上门服务单约定时间</translation>
        </message>
        <message>
            <source>白凤英 in 柳溪一组 asked for a service at the door: accept it.</source>
            <translation>柳溪一组的白凤英提出了上门服务：受理并约定时间。</translation>
        </message>
        <message>
            <source>Make a slip</source>
            <translation>开一张单子</translation>
        </message>
        <message>
            <source>The notice, the receipt for papers, or the invitation to rate: have one shown.</source>
            <translation>告知书、材料收据或评价邀请：打开看一看。</translation>
        </message>
    </context>
    <context>
        <name>qiaomen::StorageModel</name>
        <message>
            <source>The disk of this device is getting full (%1 left). Make room in time: nothing is lost yet.</source>
            <translation>本设备存储空间不多了（剩余 %1）。请及早腾出空间；目前没有丢失任何内容。</translation>
        </message>
        <message>
            <source>The disk of this device is nearly full (%1 left). Make room now, or the next visits and photos cannot be saved.</source>
            <translation>本设备存储空间快满了（剩余 %1）。请现在就腾出空间，否则接下来的走访和照片无法保存。</translation>
        </message>
        <message numerus="yes">
            <source>%n photo(s) are at the centre only now; a tap brings one back.</source>
            <translation>
                <numerusform>%n 张照片现在只在中心；点一下即可取回。</numerusform>
            </translation>
        </message>
        <message>
            <source>Records</source>
            <translation>记录</translation>
        </message>
        <message>
            <source>People, doors, visits and what is open</source>
            <translation>人、房、走访和未办的事</translation>
        </message>
        <message>
            <source>Search</source>
            <translation>搜索</translation>
        </message>
        <message>
            <source>Finds everybody at once; made from the records</source>
            <translation>一下就能找到人；由记录生成</translation>
        </message>
        <message>
            <source>Drafts</source>
            <translation>草稿</translation>
        </message>
        <message>
            <source>What you began to write and have not saved</source>
            <translation>开了头、还没保存的内容</translation>
        </message>
        <message>
            <source>Photos at the centre</source>
            <translation>中心已有的照片</translation>
        </message>
        <message>
            <source>Their receipts are here: they may go</source>
            <translation>回执已在本机：可以移除</translation>
        </message>
        <message>
            <source>Photos only here</source>
            <translation>仅在本机的照片</translation>
        </message>
        <message>
            <source>They stay until the centre has confirmed them</source>
            <translation>中心确认之前一直保留</translation>
        </message>
        <message>
            <source>Small pictures</source>
            <translation>小图</translation>
        </message>
        <message>
            <source>So that lists show photos without a network</source>
            <translation>没有网络时列表里也能看到照片</translation>
        </message>
    </context>
    <context>
        <name>qiaomen::DriveTask</name>
        <message>
            <source>A move is in, out, split or join.</source>
            <translation>迁移类型须为 in、out、split 或 join。</translation>
        </message>
        <message>
            <source>This cannot be typed here: %1</source>
            <translation>此处不能填写：%1</translation>
        </message>
        <message>
            <source>There is no such resident in this household: %1</source>
            <translation>该户没有这位居民：%1</translation>
        </message>
        <message>
            <source>This is not among what is to be decided.</source>
            <translation>待处理事项中没有这一项。</translation>
        </message>
        <message>
            <source>A resident has no such field: %1</source>
            <translation>居民没有此字段：%1</translation>
        </message>
        <message>
            <source>Keep “mine” or “theirs”.</source>
            <translation>请选择保留“mine”或“theirs”。</translation>
        </message>
        <message>
            <source>This device does not hold that grid.</source>
            <translation>本设备没有该网格。</translation>
        </message>
        <message>
            <source>The draft could not be kept.</source>
            <translation>草稿未能保存。</translation>
        </message>
        <message>
            <source>There is nothing to look at under this name: %1</source>
            <translation>没有名为此的内容可查看：%1</translation>
        </message>
        <message>
            <source>The form is not open any more.</source>
            <translation>表单已经关闭。</translation>
        </message>
        <message>
            <source>There is no such act.</source>
            <translation>没有此项操作。</translation>
        </message>
        <message>
            <source>There is nothing to save.</source>
            <translation>没有需要保存的内容。</translation>
        </message>
        <message>
            <source>A household has no such field: %1</source>
            <translation>户没有此字段：%1</translation>
        </message>
        <message>
            <source>This is not among what was found: %1</source>
            <translation>查找结果中没有这一项：%1</translation>
        </message>
    </context>
</TS>
