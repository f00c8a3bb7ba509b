// SPDX-License-Identifier: Apache-2.0
#include <CLI/CLI.hpp>
#include <cstdio>

#include "shared/core/memory.h"
#include "syncserver/commands.h"

/// qiaomen-server: the options of every command. What they do is in commands.h.
int main(int argc, char** argv) {
    using namespace qiaomen;

    takeMemoryInLargePieces();
    CLI::App app("The centre of Qiaomen: keeps every grid's records, and brings phones and hall desks together.");
    app.set_version_flag("--version", QIAOMEN_VERSION);
    app.fallthrough();
    Outcome done{Done{}};

    commands::DataOptions data{.folder = "data"};
    app.add_option("--data", data.folder, "folder of the centre's data; made if need be")->capture_default_str();
    app.add_option("--key-file", data.keyFile, "file with the databases' key, if not in the data folder");
    auto* postgres = app.add_option("--postgres", data.postgres,
                                    "keep everything in PostgreSQL: \"host=db dbname=qiaomen\", without a password");
    app.add_option("--postgres-password-file", data.passwordFile,
                   "file with the database's password, where PGPASSWORD and ~/.pgpass do not tell it")
        ->needs(postgres);

    app.add_option("--attachments", data.attachments,
                   "folder of photos and papers; with several servers on one database one that all of them mount");

    commands::ServeOptions serving;
    auto* serve = app.add_subcommand("serve", "serve phones and hall desks until SIGTERM (the default command)");
    serve->add_option("--listen", serving.listen, "HOST:PORT; port 0 takes any free one")->capture_default_str();
    serve->add_option("--port-file", serving.portFile, "file that gets the port");
    auto* cert = serve->add_option("--cert", serving.certFile, "certificate chain (PEM) for TLS");
    serve->add_option("--key", serving.keyFile, "its private key (PEM)")->needs(cert);

    std::string folder;
    auto* import = app.add_subcommand("import",
                                      "import a community's office files: grids.csv, households.csv, residents.csv");
    import->add_option("FOLDER", folder)->required();

    commands::QuestionOptions questions;
    auto* importQuestions = app.add_subcommand("import-questions",
                                               "bring a question set to grids; again, to change or end it");
    importQuestions->add_option("FILE", questions.file, "JSON, as in syncserver/README.md")->required();
    importQuestions->add_option("--grids", questions.grids, "codes or ids, separated by commas; or all")
        ->required()
        ->delimiter(',');

    std::uint64_t seed = 1;
    std::string encoding = "utf-8";
    int households = 300;
    auto* community = app.add_subcommand("make-community",
                                         "write the office files of a synthetic community of 2,935 households");
    auto* grid = app.add_subcommand("make-grid", "write the office files of one synthetic grid");
    for (auto* make : {community, grid}) {
        make->add_option("FOLDER", folder)->required();
        make->add_option("--seed", seed, "the same seed makes the same people")->capture_default_str();
        make->add_option("--encoding", encoding, "utf-8, utf-8-bom or gb18030")->capture_default_str();
    }
    grid->add_option("--households", households)->capture_default_str()->check(CLI::Range(1, 5000));

    commands::DeviceOptions device;
    auto* add = app.add_subcommand("add-device", "enrol a device, and write the file that it is enrolled with");
    add->add_option("NAME", device.name)->required();
    add->add_option("--worker", device.worker, "the person who uses it")->required();
    add->add_option("--grids", device.grids, "codes or ids, separated by commas; or all")->required()->delimiter(',');
    add->add_option("--server", device.server, "the address that the device will use")->required();
    add->add_option("--out", device.out, "the enrolment file")->required();

    std::string name;
    auto* revoke = app.add_subcommand("revoke-device", "end what a device may do");
    revoke->add_option("NAME", name)->required();
    commands::ScopeOptions scope;
    auto* give = app.add_subcommand("give-grid", "give grids to a device; its app has them after its next sync");
    auto* take = app.add_subcommand("take-grid", "take grids from a device; what it still brings for them is rescued");
    for (auto* change : {give, take}) {
        change->add_option("DEVICE", scope.device, "as `devices` lists it")->required();
        change->add_option("GRIDS", scope.grids, "codes or ids")->required();
    }
    auto* devices = app.add_subcommand("devices", "list devices, one JSON object a line");
    auto* grids = app.add_subcommand("grids", "list grids: id, code, name");
    auto* dump = app.add_subcommand("dump", "print a grid's log, one change a line as JSON");
    dump->add_option("GRID", name, "code or id")->required();
    auto* counts = app.add_subcommand("counts", "count records, in all and by grid");
    commands::AttachmentOptions attachmentOptions;
    auto* attachments = app.add_subcommand("attachments",
                                           "count attachments: named by records, missing, held, garbage");
    attachments->add_flag("--check", attachmentOptions.check, "read every one, and count damaged ones as missing");
    attachments->add_flag("--collect", attachmentOptions.collect, "remove what has been garbage for 30 days");
    auto* sign = app.add_subcommand("sign", "sign a JSON request on standard input, for trying the interface by hand");
    sign->add_option("KEY", folder, "key file; made when there is none")->required();
    std::string question, answer;
    auto* carry = app.add_subcommand("carry", "take in a question that was carried here, and write the answer to it");
    carry->add_option("IN", question, "the file from the phone")->required();
    carry->add_option("OUT", answer, "the file for the phone")->required();
    auto* records = app.add_subcommand("records", "print docs/records.md");
    auto* verify = app.add_subcommand("verify", "prove that no accepted change was altered or removed");
    verify->add_option("GRID", name, "code or id; all where it is left out");
    auto* backup = app.add_subcommand("backup", "copy the centre into a new folder, while it serves");
    backup->add_option("FOLDER", folder)->required();
    std::string earlier;
    backup->add_option("--earlier", earlier, "a backup on the same disk: attachments in it are linked, not copied");
    std::string keys;
    auto* restore = app.add_subcommand("restore", "make a centre of a backup; phones bring what came after it");
    restore->add_option("BACKUP", folder)->required();
    restore->add_option("--keys", keys, "folder with key and signing-key; the backup itself where it is left out");
    auto* newEpoch = app.add_subcommand("new-epoch", "after the database was set back: phones bring what it lacks now");
    std::string target;
    auto* migrate = app.add_subcommand("migrate-store", "copy a centre from SQLite to PostgreSQL, or back");
    migrate->add_option("FROM", folder, "a data folder, or \"host=db dbname=qiaomen\"")->required();
    migrate->add_option("TO", target, "the same")->required();
    app.require_subcommand(0, 1);

    CLI11_PARSE(app, argc, argv);
    if (*import) {
        done = commands::import(data, folder);
    } else if (*importQuestions) {
        done = commands::importQuestions(data, questions);
    } else if (*community) {
        done = commands::makeCommunity(folder, seed, encoding);
    } else if (*grid) {
        done = commands::makeGrid(folder, households, seed, encoding);
    } else if (*add) {
        done = commands::addDevice(data, device);
    } else if (*revoke) {
        done = commands::revokeDevice(data, name);
    } else if (*give) {
        done = commands::giveGrids(data, scope);
    } else if (*take) {
        done = commands::takeGrids(data, scope);
    } else if (*devices) {
        done = commands::devices(data);
    } else if (*grids) {
        done = commands::grids(data);
    } else if (*dump) {
        done = commands::dump(data, name);
    } else if (*counts) {
        done = commands::counts(data);
    } else if (*attachments) {
        done = commands::attachments(data, attachmentOptions);
    } else if (*verify) {
        done = commands::verify(data, name);
    } else if (*backup) {
        done = commands::backup(data, folder, earlier);
    } else if (*restore) {
        done = commands::restore(data, folder, keys);
    } else if (*newEpoch) {
        done = commands::newEpoch(data);
    } else if (*migrate) {
        done = commands::migrateStore(data, folder, target);
    } else if (*sign) {
        done = commands::sign(folder);
    } else if (*carry) {
        done = commands::carry(data, question, answer);
    } else if (*records) {
        done = commands::records();
    } else {
        done = commands::serve(data, serving);
    }
    if (done) return 0;
    std::fprintf(stderr, "qiaomen-server: %s\n", done.error().message.c_str());
    return 1;
}
