// SPDX-License-Identifier: Apache-2.0
#include "mobile/catalogue_model.h"

#include "mobile/text.h"
#include "mobile/work_calendar.h"

namespace qiaomen {

namespace {

template <class Range, class Show>
QStringList listed(const Range& range, Show&& show) {
    QStringList list;
    for (const auto& one : range) list << show(one);
    return list;
}

}  // namespace

CatalogueModel::CatalogueModel(StoreExecutor& executor, Settings& settings, CivilDay today, QObject* parent)
    : ListModel(parent), executor_(executor), settings_(settings), catalogue_(Catalogue::sample()), today_(today) {
    connect(&settings_, &Settings::languageChanged, this, [this] {
        tellAllChanged();
        emit languageChanged();
        emit itemChanged();
    });
}

void CatalogueModel::load() {
    if (std::exchange(loadAsked_, true)) return;
    executor_.make(
        this,
        [&catalogue = catalogue_, day = today_] { return std::make_shared<const CatalogueSearch>(catalogue, day); },
        [this](std::shared_ptr<const CatalogueSearch> search) {
            search_ = std::move(search);
            find();
            emit loaded();
        });
}

void CatalogueModel::find() {
    if (search_) replace(rows_, search_->find(fromQt(query_), fromQt(category_)));
    emit stateChanged();
}

void CatalogueModel::setQuery(const QString& query) {
    if (query_ == query) return;
    query_ = query;
    find();
}

void CatalogueModel::setCategory(const QString& category) {
    if (category_ == category) return;
    category_ = category;
    find();
}

void CatalogueModel::open(const QString& code) {
    item_ = catalogue_.find(fromQt(code), today_);
    inHand_.clear();
    emit itemChanged();
}

void CatalogueModel::toggleInHand(int row) {
    if (!item_ || row < 0 || row >= static_cast<int>(item_->materials.size())) return;
    const std::string& code = item_->materials[static_cast<std::size_t>(row)].code;
    if (!inHand_.erase(code)) inHand_.insert(code);
    emit itemChanged();
}

QString CatalogueModel::say(const Words& words) const { return toQt(std::string_view(words.in(isChinese()))); }

bool CatalogueModel::isChinese() const { return settings_.language() == QLatin1String("zh_CN"); }

QString CatalogueModel::promiseOf(const CatalogueItem& item) const {
    return item.isImmediate() ? tr("Done while you wait") : tr("Promised in %n working day(s)", "", item.promiseDays);
}

// --- the list -----------------------------------------------------------------------------------------------------------

QStringList CatalogueModel::categoryCodes() const {
    return listed(catalogue_.categories(),
                  [](const CatalogueCategory& one) { return toQt(std::string_view(one.code)); });
}
QStringList CatalogueModel::categoryNames() const {
    return listed(catalogue_.categories(), [this](const CatalogueCategory& one) { return say(one.name); });
}
QString CatalogueModel::about() const { return say(catalogue_.about()); }
QString CatalogueModel::version() const { return toQt(std::string_view(catalogue_.version())); }
QStringList CatalogueModel::notIssued() const {
    return listed(catalogue_.notIssued(), [this](const NotIssued& one) { return say(one.name); });
}
QStringList CatalogueModel::notIssuedWhy() const {
    return listed(catalogue_.notIssued(), [this](const NotIssued& one) { return say(one.why); });
}
QStringList CatalogueModel::notIssuedRefer() const {
    return listed(catalogue_.notIssued(), [this](const NotIssued& one) { return say(one.refer); });
}

int CatalogueModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(rows_.size());
}

QVariant CatalogueModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const CatalogueItem& item = *rows_[static_cast<std::size_t>(index.row())];
    switch (role) {
        case CodeRole: return toQt(std::string_view(item.code));
        case NameRole: return say(item.name);
        case CategoryRole: return say(catalogue_.categoryOf(item));
        case ContentRole: return say(item.content);
        case PromiseRole: return promiseOf(item);
        case ImmediateRole: return item.isImmediate();
        default: return {};
    }
}

QHash<int, QByteArray> CatalogueModel::roleNames() const {
    return {{CodeRole, "code"},       {NameRole, "name"},       {CategoryRole, "category"},
            {ContentRole, "content"}, {PromiseRole, "promise"}, {ImmediateRole, "immediate"}};
}

// --- the item that is open ----------------------------------------------------------------------------------------------

QString CatalogueModel::itemCode() const { return item_ ? toQt(std::string_view(item_->code)) : QString(); }
QString CatalogueModel::itemName() const { return item_ ? say(item_->name) : QString(); }
QString CatalogueModel::itemCategory() const { return item_ ? say(catalogue_.categoryOf(*item_)) : QString(); }
QString CatalogueModel::promise() const { return item_ ? promiseOf(*item_) : QString(); }
QString CatalogueModel::promiseExplained() const {
    if (!item_ || item_->isImmediate()) return {};
    return tr("Accepted today: %1").arg(explain(afterWorkingDays(today_, item_->promiseDays), isChinese()));
}
QString CatalogueModel::proxy() const { return item_ ? say(item_->proxy) : QString(); }

QStringList CatalogueModel::publicityLabels() const {
    return {tr("For whom"), tr("Procedure"), tr("Fee"), tr("Basis"), tr("Telephone"), tr("Who is in charge")};
}

QStringList CatalogueModel::publicities() const {
    if (!item_) return {};
    return {say(item_->content), steps().join(QStringLiteral(" → ")),
            say(item_->fee),     say(item_->basis),
            say(item_->phone),   say(item_->post)};
}

QStringList CatalogueModel::materials() const {
    if (!item_) return {};
    return listed(item_->materials, [this](const CatalogueMaterial& one) { return say(one.name); });
}

QStringList CatalogueModel::inHand() const {
    if (!item_) return {};
    return listed(item_->materials, [this](const CatalogueMaterial& one) {
        return inHand_.contains(one.code) ? QStringLiteral("1") : QStringLiteral("0");
    });
}

QStringList CatalogueModel::missing() const {
    if (!item_) return {};
    return listed(oneTimeNotice(catalogue_, *item_, inHand_, today_).missing,
                  [this](const CatalogueMaterial& one) { return say(one.name); });
}

QStringList CatalogueModel::steps() const {
    if (!item_) return {};
    return listed(catalogue_.chainOf(*item_).links, [this](const ChainLink& link) { return say(link.name); });
}

QStringList CatalogueModel::stepsWho() const {
    if (!item_) return {};
    return listed(catalogue_.chainOf(*item_).links, [this](const ChainLink& link) {
        const QString who = say(link.who);
        return link.days > 0 ? tr("%1, at most %n working day(s)", "", link.days).arg(who) : who;
    });
}

QStringList CatalogueModel::stepCards() const {
    if (!item_) return {};
    return listed(catalogue_.chainOf(*item_).links, [this](const ChainLink& link) { return say(link.card); });
}

}  // namespace qiaomen
