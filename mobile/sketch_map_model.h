// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "mobile/grid_session.h"
#include "mobile/list_model.h"
#include "mobile/newest_question.h"
#include "shared/domain/sketch_map.h"

namespace qiaomen {

/// A thing on the map: a door or an open hazard that somebody noted a position of.
struct MapThing {
    enum class Kind : int { Door, Hazard };
    Kind kind = Kind::Door;
    RecordId record;     ///< the dwelling or the hazard
    RecordId household;  ///< none: nobody is registered there; a hazard of a public place
    GeoPoint place;
    std::string title;     ///< who lives there, or the hazard's kind (a code)
    std::string subtitle;  ///< the address, or the hazard's place
    int freshness = 3;
};

/// The things under one finger, to choose one from.
class MapThings : public qiaomen::ListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("workspace.map.chosen")
public:
    enum Role {
        IsHazardRole = Qt::UserRole + 1,
        RecordIdRole,
        HouseholdIdRole,
        TitleRole,
        SubtitleRole,
        FreshnessRole
    };
    Q_ENUM(Role)
    MapThings(const Vocabulary& vocabulary, QObject* parent) : ListModel(parent), vocabulary_(vocabulary) {}

    void show(std::vector<MapThing> things) { replace(things_, std::move(things)); }
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;
    [[nodiscard]] QString title(const MapThing& thing) const;

private:
    const Vocabulary& vocabulary_;
    std::vector<MapThing> things_;
};

/// The sketch map of the current grid: its outline, and marks for what has a position. Marks that would lie on one another are one
/// with a number, so that hundreds of things are a few dozen marks, at any scale. Reads and follows the store only while `active`.
/// Positions are those of doors and hazards; nobody's own is here.
class SketchMapModel : public qiaomen::ListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("workspace.map")
    /// Somebody looks at it.
    Q_PROPERTY(bool active READ isActive WRITE setActive NOTIFY stateChanged)
    Q_PROPERTY(bool loading READ isLoading NOTIFY stateChanged)
    Q_PROPERTY(QString problem READ problem NOTIFY stateChanged)
    /// The outline of the grid cannot be drawn, and why; things are shown nevertheless.
    Q_PROPERTY(QString outlineProblem READ outlineProblem NOTIFY stateChanged)
    /// Neither an outline nor anything with a position.
    Q_PROPERTY(bool empty READ isEmpty NOTIFY stateChanged)
    /// How many things are on the map, and how many doors have no position.
    Q_PROPERTY(int things READ things NOTIFY stateChanged)
    Q_PROPERTY(int without READ without NOTIFY stateChanged)
    /// SVG path in metres around the middle; empty without an outline.
    Q_PROPERTY(QString outline READ outline NOTIFY stateChanged)
    /// Pixels a metre, and where the middle is in the window.
    Q_PROPERTY(double scale READ scale NOTIFY viewChanged)
    Q_PROPERTY(double originX READ originX NOTIFY viewChanged)
    Q_PROPERTY(double originY READ originY NOTIFY viewChanged)
    Q_PROPERTY(qiaomen::MapThings* chosen READ chosen CONSTANT)
public:
    enum Role {
        MarkXRole = Qt::UserRole + 1,  ///< metres east of the middle
        MarkYRole,                     ///< metres south of it
        CountRole,                     ///< `things`, int
        HazardsRole,                   ///< int: how many of them are hazards
        FreshnessRole,                 ///< int: the stalest door's, as Freshness.Level
        NameRole,                      ///< in words, for who listens
    };
    Q_ENUM(Role)
    static constexpr double kMarkPixels = 48;  ///< a finger's width: nearer marks become one

    SketchMapModel(const Vocabulary& vocabulary, QObject* parent);
    void setSession(GridSession* session);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;
    [[nodiscard]] bool isActive() const { return active_; }
    [[nodiscard]] bool isLoading() const { return loading_; }
    [[nodiscard]] const QString& problem() const { return problem_; }
    [[nodiscard]] const QString& outlineProblem() const { return outlineProblem_; }
    [[nodiscard]] bool isEmpty() const { return things_.empty() && outline_.isEmpty(); }
    [[nodiscard]] int things() const { return static_cast<int>(things_.size()); }
    [[nodiscard]] int without() const { return without_; }
    [[nodiscard]] const QString& outline() const { return outline_; }
    [[nodiscard]] double scale() const { return view_.scale(); }
    [[nodiscard]] double originX() const { return view_.origin().x; }
    [[nodiscard]] double originY() const { return view_.origin().y; }
    [[nodiscard]] MapThings* chosen() { return &chosen_; }
    void setActive(bool active);

    /// The window has this size, pixels: the first time, everything is fitted into it.
    Q_INVOKABLE void setWindow(double width, double height);
    Q_INVOKABLE void fitAll();
    Q_INVOKABLE void pan(double dx, double dy);
    /// Larger or smaller around a pixel.
    Q_INVOKABLE void zoom(double factor, double x, double y);
    /// The row of the mark that a finger at this pixel means; -1 for none.
    Q_INVOKABLE int hitAt(double x, double y) const;
    /// Puts what a mark stands for into `chosen`; how many things that are.
    Q_INVOKABLE int choose(int row);

signals:
    void stateChanged();
    void viewChanged();

private:
    struct Read;
    void refresh();
    void take(Read read);
    void arrange();
    [[nodiscard]] QString nameOf(const Cluster& cluster) const;

    GridSession* session_ = nullptr;
    std::vector<MapThing> things_;
    std::vector<MapPoint> points_;   ///< of things_, in their order
    std::vector<MapPoint> corners_;  ///< of the outline
    std::vector<Cluster> clusters_;
    MapThings chosen_;
    MapView view_;
    QString outline_, problem_, outlineProblem_;
    double width_ = 0, height_ = 0, arrangedAt_ = 0;
    int without_ = 0;
    bool active_ = false, loading_ = false, fitted_ = false;
    NewestQuestion asked_;
};

}  // namespace qiaomen
