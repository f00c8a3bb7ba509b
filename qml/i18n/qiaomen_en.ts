<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
    <context>
        <name>DoorRow</name>
        <message numerus="yes">
            <source>%n person(s)</source>
            <translation>
                <numerusform>%n person</numerusform>
                <numerusform>%n people</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>DoorTile</name>
        <message numerus="yes">
            <source>%n open need(s)</source>
            <translation>
                <numerusform>%n open need</numerusform>
                <numerusform>%n open needs</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n open hazard(s)</source>
            <translation>
                <numerusform>%n open hazard</numerusform>
                <numerusform>%n open hazards</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>DuplicatesPage</name>
        <message numerus="yes">
            <source>%n pair(s) to check</source>
            <translation>
                <numerusform>%n pair to check</numerusform>
                <numerusform>%n pairs to check</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>GridSummary</name>
        <message numerus="yes">
            <source>of %n household(s) met in 30 days</source>
            <translation>
                <numerusform>of %n household met in 30 days</numerusform>
                <numerusform>of %n households met in 30 days</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n open need(s)</source>
            <translation>
                <numerusform>%n open need</numerusform>
                <numerusform>%n open needs</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n open hazard(s)</source>
            <translation>
                <numerusform>%n open hazard</numerusform>
                <numerusform>%n open hazards</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>HouseholdFacts</name>
        <message numerus="yes">
            <source>%n pair(s) may be the same</source>
            <translation>
                <numerusform>%n pair may be the same</numerusform>
                <numerusform>%n pairs may be the same</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n field(s) were written by two people</source>
            <translation>
                <numerusform>%n field was written by two people</numerusform>
                <numerusform>%n fields were written by two people</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n time(s)</source>
            <comment>looked at numbers</comment>
            <translation>
                <numerusform>%n time</numerusform>
                <numerusform>%n times</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ImportPage</name>
        <message numerus="yes">
            <source>%n visit(s)</source>
            <translation>
                <numerusform>%n visit</numerusform>
                <numerusform>%n visits</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n note(s)</source>
            <translation>
                <numerusform>%n note</numerusform>
                <numerusform>%n notes</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n to choose</source>
            <translation>
                <numerusform>%n to choose</numerusform>
                <numerusform>%n to choose</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ImportStart</name>
        <message numerus="yes">
            <source>%n row(s) without a household</source>
            <translation>
                <numerusform>%n row without a household</numerusform>
                <numerusform>%n rows without a household</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>MapMark</name>
        <message numerus="yes">
            <source>%n open hazard(s)</source>
            <translation>
                <numerusform>%n open hazard</numerusform>
                <numerusform>%n open hazards</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>MemberRow</name>
        <message numerus="yes">
            <source>%n year(s)</source>
            <translation>
                <numerusform>%n year</numerusform>
                <numerusform>%n years</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>OpenOrders</name>
        <message numerus="yes">
            <source>%n paper(s) with a worker</source>
            <translation>
                <numerusform>%n paper with a worker</numerusform>
                <numerusform>%n papers with a worker</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>OrderFacts</name>
        <message numerus="yes">
            <source>%n paper(s) with a worker</source>
            <translation>
                <numerusform>%n paper with a worker</numerusform>
                <numerusform>%n papers with a worker</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>OrderPage</name>
        <message numerus="yes">
            <source>%n paper(s) are with you. Count them together with the household.</source>
            <translation>
                <numerusform>%n paper is with you. Look at it together with the household.</numerusform>
                <numerusform>%n papers are with you. Count them together with the household.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>PlaceRow</name>
        <message numerus="yes">
            <source>%n household(s)</source>
            <translation>
                <numerusform>%n household</numerusform>
                <numerusform>%n households</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n unit(s)</source>
            <translation>
                <numerusform>%n unit</numerusform>
                <numerusform>%n units</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n floor(s)</source>
            <translation>
                <numerusform>%n floor</numerusform>
                <numerusform>%n floors</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n open need(s)</source>
            <translation>
                <numerusform>%n open need</numerusform>
                <numerusform>%n open needs</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n open hazard(s)</source>
            <translation>
                <numerusform>%n open hazard</numerusform>
                <numerusform>%n open hazards</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ResidentEditor</name>
        <message numerus="yes">
            <source>%n year(s)</source>
            <translation>
                <numerusform>%n year</numerusform>
                <numerusform>%n years</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>RevealSheet</name>
        <message numerus="yes">
            <source>Hidden again in %n second(s)</source>
            <translation>
                <numerusform>Hidden again in %n second</numerusform>
                <numerusform>Hidden again in %n seconds</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>SafetyMeter</name>
        <message numerus="yes">
            <source>%n record(s) only on this phone</source>
            <translation>
                <numerusform>%n record only on this phone</numerusform>
                <numerusform>%n records only on this phone</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>The centre has confirmed %n record(s).</source>
            <translation>
                <numerusform>The centre has confirmed %n record.</numerusform>
                <numerusform>The centre has confirmed %n records.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n only here</source>
            <translation>
                <numerusform>%n only here</numerusform>
                <numerusform>%n only here</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n photo(s) only on this phone</source>
            <translation>
                <numerusform>%n photo only on this phone</numerusform>
                <numerusform>%n photos only on this phone</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>SearchPage</name>
        <message numerus="yes">
            <source>%n more are of other kinds than those that are chosen above.</source>
            <translation>
                <numerusform>%n more is of another kind than those that are chosen above.</numerusform>
                <numerusform>%n more are of other kinds than those that are chosen above.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>SketchMapPage</name>
        <message numerus="yes">
            <source>%n thing(s)</source>
            <comment>with a position, on the map</comment>
            <translation>
                <numerusform>%n thing</numerusform>
                <numerusform>%n things</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n door(s) without a position</source>
            <translation>
                <numerusform>%n door without a position</numerusform>
                <numerusform>%n doors without a position</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n thing(s) here</source>
            <comment>on the map</comment>
            <translation>
                <numerusform>%n thing here</numerusform>
                <numerusform>%n things here</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>SlipWords</name>
        <message numerus="yes">
            <source>Done within %n working day(s) when everything is there.</source>
            <translation>
                <numerusform>Done within %n working day when everything is there.</numerusform>
                <numerusform>Done within %n working days when everything is there.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>SyncPage</name>
        <message numerus="yes">
            <source>%n record(s), others decide</source>
            <translation>
                <numerusform>%n record, others decide</numerusform>
                <numerusform>%n records, others decide</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n pair(s) may be the same</source>
            <translation>
                <numerusform>%n pair may be the same</numerusform>
                <numerusform>%n pairs may be the same</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n field(s) to choose</source>
            <translation>
                <numerusform>%n field to choose</numerusform>
                <numerusform>%n fields to choose</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n record(s) changed by two people</source>
            <translation>
                <numerusform>%n record changed by two people</numerusform>
                <numerusform>%n records changed by two people</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n record(s) became safe</source>
            <translation>
                <numerusform>%n record became safe</numerusform>
                <numerusform>%n records became safe</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n question(s) on the way, no answer yet</source>
            <translation>
                <numerusform>%n question on the way, no answer yet</numerusform>
                <numerusform>%n questions on the way, no answer yet</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>TakeOutPage</name>
        <message numerus="yes">
            <source>%n row(s)</source>
            <translation>
                <numerusform>%n row</numerusform>
                <numerusform>%n rows</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>TodayPage</name>
        <message numerus="yes">
            <source>%n door(s) due, in the order of the stairs</source>
            <translation>
                <numerusform>%n door due</numerusform>
                <numerusform>%n doors due, in the order of the stairs</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Nothing is due. %n household(s) have not been met for a quarter: if there is time, ring there.</source>
            <translation>
                <numerusform>Nothing is due. %n household has not been met for a quarter: if there is time, ring there.</numerusform>
                <numerusform>Nothing is due. %n households have not been met for a quarter: if there is time, ring there.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>VisitQuestions</name>
        <message numerus="yes">
            <source>%n question(s) to ask</source>
            <translation>
                <numerusform>%n question to ask</numerusform>
                <numerusform>%n questions to ask</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n need not be asked</source>
            <translation>
                <numerusform>%n need not be asked</numerusform>
                <numerusform>%n need not be asked</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Words</name>
        <message numerus="yes">
            <source>%n day(s) ago</source>
            <translation>
                <numerusform>%n day ago</numerusform>
                <numerusform>%n days ago</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n month(s) ago</source>
            <translation>
                <numerusform>%n month ago</numerusform>
                <numerusform>%n months ago</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>WorkRow</name>
        <message numerus="yes">
            <source>%n day(s) late</source>
            <translation>
                <numerusform>%n day late</numerusform>
                <numerusform>%n days late</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>qiaomen::AttachmentController</name>
        <message numerus="yes">
            <source>%n photo(s) on the way</source>
            <translation>
                <numerusform>%n photo on the way</numerusform>
                <numerusform>%n photos on the way</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n photo(s) only on this phone</source>
            <translation>
                <numerusform>%n photo only on this phone</numerusform>
                <numerusform>%n photos only on this phone</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n photo(s) here as thumbnails: their full size comes over Wi-Fi, or when you ask for it</source>
            <translation>
                <numerusform>%n photo here as a thumbnail: its full size comes over Wi-Fi, or when you ask for it</numerusform>
                <numerusform>%n photos here as thumbnails: their full size comes over Wi-Fi, or when you ask for it</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>qiaomen::CatalogueModel</name>
        <message numerus="yes">
            <source>Promised in %n working day(s)</source>
            <translation>
                <numerusform>Promised in %n working day</numerusform>
                <numerusform>Promised in %n working days</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%1, at most %n working day(s)</source>
            <translation>
                <numerusform>%1, at most %n working day</numerusform>
                <numerusform>%1, at most %n working days</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>qiaomen::HazardStepForm</name>
        <message numerus="yes">
            <source>A limit is extended by %n day(s) at most.</source>
            <translation>
                <numerusform>A limit is extended by %n day at most.</numerusform>
                <numerusform>A limit is extended by %n days at most.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>qiaomen::ImportForm</name>
        <message numerus="yes">
            <source>%n visit(s) saved</source>
            <translation>
                <numerusform>%n visit saved</numerusform>
                <numerusform>%n visits saved</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n row(s) kept as notes</source>
            <translation>
                <numerusform>%n row kept as a note</numerusform>
                <numerusform>%n rows kept as notes</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>qiaomen::MoveForm</name>
        <message numerus="yes">
            <source>The household will have %n member(s).</source>
            <translation>
                <numerusform>The household will have %n member.</numerusform>
                <numerusform>The household will have %n members.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n member(s) will stay.</source>
            <translation>
                <numerusform>%n member will stay.</numerusform>
                <numerusform>%n members will stay.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>A new household of %n, the others stay.</source>
            <translation>
                <numerusform>A new household of %n, the others stay.</numerusform>
                <numerusform>A new household of %n, the others stay.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n member(s) join, with what is open for them. This household closes; its visits stay in its history.</source>
            <translation>
                <numerusform>%n member joins, with what is open for them. This household closes; its visits stay in its history.</numerusform>
                <numerusform>%n members join, with what is open for them. This household closes; its visits stay in its history.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>qiaomen::MovePeople</name>
        <message numerus="yes">
            <source>%n year(s) old</source>
            <translation>
                <numerusform>%n year old</numerusform>
                <numerusform>%n years old</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>qiaomen::PositionSource</name>
        <message numerus="yes">
            <source>Found within %n metre(s): good.</source>
            <translation>
                <numerusform>Found within %n metre: good.</numerusform>
                <numerusform>Found within %n metres: good.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Found within %n metre(s): the building is clear, the spot is not. Say the place in words too.</source>
            <translation>
                <numerusform>Found within %n metre: the building is clear, the spot is not. Say the place in words too.</numerusform>
                <numerusform>Found within %n metres: the building is clear, the spot is not. Say the place in words too.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Only roughly, within %n metre(s): the place in words says more.</source>
            <translation>
                <numerusform>Only roughly, within %n metre: the place in words says more.</numerusform>
                <numerusform>Only roughly, within %n metres: the place in words says more.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>qiaomen::ShownOrder</name>
        <message numerus="yes">
            <source>%n paper(s) given back</source>
            <translation>
                <numerusform>%n paper given back</numerusform>
                <numerusform>%n papers given back</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>qiaomen::SketchMapModel</name>
        <message numerus="yes">
            <source>%1 and %n more</source>
            <translation>
                <numerusform>%1 and %n more</numerusform>
                <numerusform>%1 and %n more</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>qiaomen::SyncController</name>
        <message numerus="yes">
            <source>The network is switched off here: %n record(s) wait on this device.</source>
            <translation>
                <numerusform>The network is switched off here: %n record wait on this device.</numerusform>
                <numerusform>The network is switched off here: %n records wait on this device.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n record(s) wait on this device.</source>
            <translation>
                <numerusform>%n record wait on this device.</numerusform>
                <numerusform>%n records wait on this device.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>No network: %n record(s) wait on this device and go out by themselves.</source>
            <translation>
                <numerusform>No network: %n record wait on this device and go out by themselves.</numerusform>
                <numerusform>No network: %n records wait on this device and go out by themselves.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>The centre refused %n record(s). They are kept here: look at them.</source>
            <translation>
                <numerusform>The centre refused %n record. They are kept here: look at them.</numerusform>
                <numerusform>The centre refused %n records. They are kept here: look at them.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>qiaomen::TakeOut</name>
        <message numerus="yes">
            <source>%n row(s) on %1 sheets</source>
            <translation>
                <numerusform>%n row on %1 sheets</numerusform>
                <numerusform>%n rows on %1 sheets</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>qiaomen::TodayModel</name>
        <message numerus="yes">
            <source>Nothing is put off for more than %n day(s): choose an earlier day.</source>
            <translation>
                <numerusform>Nothing is put off for more than %n day: choose an earlier day.</numerusform>
                <numerusform>Nothing is put off for more than %n days: choose an earlier day.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Every %n day(s); last met %1.</source>
            <translation>
                <numerusform>Every day; last met %1.</numerusform>
                <numerusform>Every %n days; last met %1.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Every %n day(s); never met.</source>
            <translation>
                <numerusform>Every day; never met.</numerusform>
                <numerusform>Every %n days; never met.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Tried %n time(s): telephone, or leave a card.</source>
            <translation>
                <numerusform>Tried %n time: telephone, or leave a card.</numerusform>
                <numerusform>Tried %n times: telephone, or leave a card.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Tried %n time(s): %1.</source>
            <translation>
                <numerusform>Tried once: %1.</numerusform>
                <numerusform>Tried %n times: %1.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n question(s) to ask by %1.</source>
            <translation>
                <numerusform>%n question to ask by %1.</numerusform>
                <numerusform>%n questions to ask by %1.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>qiaomen::VisitForm</name>
        <message numerus="yes">
            <source>%n resident(s) changed</source>
            <translation>
                <numerusform>%n resident changed</numerusform>
                <numerusform>%n residents changed</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n need(s)</source>
            <translation>
                <numerusform>%n need</numerusform>
                <numerusform>%n needs</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n hazard(s)</source>
            <translation>
                <numerusform>%n hazard</numerusform>
                <numerusform>%n hazards</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n answer(s)</source>
            <translation>
                <numerusform>%n answer</numerusform>
                <numerusform>%n answers</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>qiaomen::WorkCalendar</name>
        <message numerus="yes">
            <source>%n working day(s)</source>
            <translation>
                <numerusform>%n working day</numerusform>
                <numerusform>%n working days</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>qiaomen::Workspace</name>
        <message numerus="yes">
            <source>%n record(s) of yours came late: whoever holds the grid now decides about them.</source>
            <translation>
                <numerusform>%n record of yours came late: whoever holds the grid now decides about it.</numerusform>
                <numerusform>%n records of yours came late: whoever holds the grid now decides about them.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>CarrierPage</name>
        <message numerus="yes">
            <source>%n record(s) only on this phone</source>
            <translation>
                <numerusform>%n record only on this phone</numerusform>
                <numerusform>%n records only on this phone</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Write %n record(s) onto it</source>
            <translation>
                <numerusform>Write %n record onto it</numerusform>
                <numerusform>Write %n records onto it</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Take in %n answer(s)</source>
            <translation>
                <numerusform>Take in %n answer</numerusform>
                <numerusform>Take in %n answers</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Hand in %n question(s) of others</source>
            <translation>
                <numerusform>Hand in %n question of others</numerusform>
                <numerusform>Hand in %n questions of others</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Remove %n file(s) that are done with</source>
            <translation>
                <numerusform>Remove %n file that is done with</numerusform>
                <numerusform>Remove %n files that are done with</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n record(s), no answer yet</source>
            <translation>
                <numerusform>%n record, no answer yet</numerusform>
                <numerusform>%n records, no answer yet</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>StoragePage</name>
        <message numerus="yes">
            <source>Remove %n photo(s) that are at the centre</source>
            <translation>
                <numerusform>Remove %n photo that is at the centre</numerusform>
                <numerusform>Remove %n photos that are at the centre</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>qiaomen::CarrierController</name>
        <message numerus="yes">
            <source>%n record(s) are in %1.</source>
            <translation>
                <numerusform>%n record is in %1.</numerusform>
                <numerusform>%n records are in %1.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n answer(s) had been taken in before; nothing was left to do.</source>
            <translation>
                <numerusform>%n answer had been taken in before; nothing was left to do.</numerusform>
                <numerusform>%n answers had been taken in before; nothing was left to do.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n answer(s) are for others and were left where they are.</source>
            <translation>
                <numerusform>%n answer is for others and was left where it is.</numerusform>
                <numerusform>%n answers are for others and were left where they are.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n question(s) were handed in. The answers lie beside them: bring the stick back to whoever asked.</source>
            <translation>
                <numerusform>%n question was handed in. The answer lies beside it: bring the stick back to whoever asked.</numerusform>
                <numerusform>%n questions were handed in. The answers lie beside them: bring the stick back to whoever asked.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n record(s) of this device are safe now.</source>
            <translation>
                <numerusform>%n record of this device is safe now.</numerusform>
                <numerusform>%n records of this device are safe now.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>The centre refused %n record(s). They are kept here: look at them.</source>
            <translation>
                <numerusform>The centre refused %n record. It is kept here: look at it.</numerusform>
                <numerusform>The centre refused %n records. They are kept here: look at them.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n record(s) of others arrived.</source>
            <translation>
                <numerusform>%n record of others arrived.</numerusform>
                <numerusform>%n records of others arrived.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>qiaomen::Diagnostics</name>
        <message numerus="yes">
            <source>Everything is whole: %n record(s) were looked at.</source>
            <translation>
                <numerusform>Everything is whole: %n record was looked at.</numerusform>
                <numerusform>Everything is whole: %n records were looked at.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>qiaomen::StorageModel</name>
        <message numerus="yes">
            <source>%n photo(s) are at the centre only now; a tap brings one back.</source>
            <translation>
                <numerusform>%n photo is at the centre only now; a tap brings it back.</numerusform>
                <numerusform>%n photos are at the centre only now; a tap brings one back.</numerusform>
            </translation>
        </message>
    </context>
</TS>
