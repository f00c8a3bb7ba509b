// SPDX-License-Identifier: Apache-2.0
#include "mobile/paper_list.h"

#include <algorithm>

#include <QJsonObject>

#include "mobile/text.h"

namespace qiaomen {

PaperList::PaperList(const Vocabulary& vocabulary, QObject* parent) : ListModel(parent), vocabulary_(vocabulary) {
    connect(&vocabulary, &Vocabulary::changed, this, [this] {
        tellAllChanged();
        emit edited();
    });
}

void PaperList::show(const CatalogueItem* item) {
    asked_.clear();
    for (const CatalogueMaterial& material : item ? item->materials : std::vector<CatalogueMaterial>{})
        asked_.push_back({.material = material.code, .name = material.name});
    replace(papers_, std::vector<Paper>(asked_));
    emit edited();
}

int PaperList::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(papers_.size());
}

QVariant PaperList::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const Paper& paper = papers_[static_cast<std::size_t>(index.row())];
    switch (role) {
        case NameRole: return toQt(std::string_view(paper.name.in(vocabulary_.chinese())));
        case TickedRole: return paper.ticked;
        case OriginalRole: return paper.original;
        case CopiesRole: return paper.copies;
        case OtherRole: return paper.material.empty();
        default: return {};
    }
}

QHash<int, QByteArray> PaperList::roleNames() const {
    return {{NameRole, "name"},
            {TickedRole, "ticked"},
            {OriginalRole, "original"},
            {CopiesRole, "copies"},
            {OtherRole, "other"}};
}

QStringList PaperList::missing() const {
    QStringList words;
    for (const Paper& paper : papers_) {
        if (!paper.ticked) words << toQt(std::string_view(paper.name.in(vocabulary_.chinese())));
    }
    return words;
}

int PaperList::ticked() const { return static_cast<int>(std::ranges::count_if(papers_, &Paper::ticked)); }

std::vector<std::string> PaperList::missingCodes() const {
    std::vector<std::string> codes;
    for (const Paper& paper : papers_) {
        if (!paper.ticked && !paper.material.empty()) codes.push_back(paper.material);
    }
    return codes;
}

PaperList::Paper* PaperList::paperAt(int row) {
    return row >= 0 && row < count() ? &papers_[static_cast<std::size_t>(row)] : nullptr;
}

void PaperList::tellRow(int row) {
    emit dataChanged(index(row), index(row));
    emit edited();
}

void PaperList::toggle(int row) {
    Paper* paper = paperAt(row);
    if (!paper) return;
    paper->ticked = !paper->ticked;
    tellRow(row);
}

void PaperList::setOriginal(int row, bool original) {
    Paper* paper = paperAt(row);
    if (!paper || paper->original == original) return;
    paper->original = original;
    tellRow(row);
}

void PaperList::setCopies(int row, int copies) {
    Paper* paper = paperAt(row);
    if (!paper || paper->copies == copies || copies < 1 || copies > 99) return;
    paper->copies = copies;
    tellRow(row);
}

void PaperList::add(const QString& name) {
    const std::string words = fromQt(name.trimmed());
    if (words.empty()) return;
    std::vector<Paper> more = papers_;
    more.push_back({.material = {}, .name = {words, words}, .ticked = true});
    replace(papers_, std::move(more));
    emit edited();
}

QJsonArray PaperList::toJson() const {
    QJsonArray array;
    for (const Paper& paper : papers_) {
        if (!paper.ticked) continue;
        array.append(QJsonObject{{"material", toQt(std::string_view(paper.material))},
                                 {"name", toQt(std::string_view(paper.name.zh))},
                                 {"original", paper.original},
                                 {"copies", paper.copies}});
    }
    return array;
}

void PaperList::restore(const QJsonArray& typed) {
    std::vector<Paper> papers = asked_;
    for (const auto& one : typed) {
        const QJsonObject entry = one.toObject();
        const std::string material = fromQt(entry["material"].toString());
        auto found = std::ranges::find(papers, material, &Paper::material);
        if (material.empty() || found == papers.end()) {
            const std::string name = fromQt(entry["name"].toString());
            papers.push_back({.material = {}, .name = {name, name}});
            found = papers.end() - 1;
        }
        found->ticked = true;
        found->original = entry["original"].toBool();
        found->copies = entry["copies"].toInt(1);
    }
    replace(papers_, std::move(papers));
    emit edited();
}

}  // namespace qiaomen
